import type Stripe from 'stripe'
import { ok, type Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'

/** What a transfer put into the contractor's balance, in minor units, and since when or from when on it is available there. */
export type EarnedMovement = {
  /** `py_…`: what the movement belongs to on the contractor's account. */
  destinationPaymentId: string
  net: bigint
  isAvailable: boolean
  availableOn: Date
  createdAt: Date
}

/** Only a page waits for these answers, and it has something to say without them. */
const SHORTLY = { timeout: 3000, maxNetworkRetries: 0 }

function reshape(payment: Stripe.Charge): EarnedMovement | null {
  const movement = payment.balance_transaction
  if (!movement || typeof movement === 'string') return null
  return {
    destinationPaymentId: payment.id,
    net: BigInt(movement.net),
    isAvailable: movement.status === 'available',
    availableOn: new Date(movement.available_on * 1000),
    createdAt: new Date(movement.created * 1000),
  }
}

/** The movement that a transfer of ours is on the contractor's account; null while Stripe does not know it. https://docs.stripe.com/api/transfers/object */
export function retrieveEarned(transferId: string): Promise<Result<EarnedMovement | null, StripeFailure>> {
  return callStripe(async () => {
    const expand = ['destination_payment.balance_transaction']
    const { destination_payment: payment } = await stripe().transfers.retrieve(
      transferId,
      { expand },
      SHORTLY,
    )
    return payment && typeof payment === 'object' ? reshape(payment) : null
  })
}

/**
 * Whether a payout by schedule has a payment's money in it; null while Stripe does not say yet what it is made of. Of payouts that were asked
 * for Stripe never says. https://docs.stripe.com/api/balance_transactions/list#balance_transaction_list-payout
 */
export async function isPaidOutBy(
  accountId: string,
  stripePayoutId: string,
  destinationPaymentId: string,
): Promise<Result<boolean | null, StripeFailure>> {
  const listed = await callStripe(() =>
    stripe().balanceTransactions.list(
      { payout: stripePayoutId, source: destinationPaymentId, limit: 1 },
      { ...SHORTLY, stripeAccount: accountId },
    ),
  )
  if (listed.ok) return ok(listed.value.data.length > 0)
  return listed.error.code === 'payout_reconciliation_not_ready' ? ok(null) : listed
}
