import type Stripe from 'stripe'
import { ok, type Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'
import { type ToldRefund, writeRefund } from './metadata.ts'

/** A Refund in our shape; amounts in minor units. */
export type RefundSnapshot = {
  stripeRefundId: string
  /** Our row, from the metadata; null for a refund made elsewhere. */
  refundId: string | null
  status: 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled'
  transferReversalId: string | null
  /** What came back from the contractor's account. */
  amountReversed: bigint
  /**
   * The parts of the commission that the payment's refunds have returned by then: Stripe does not say which returned which. The answer
   * to a new refund has the latest ten.
   */
  commissionParts: bigint[]
  failureReason: string | null
  /** Whether the money has left the platform's balance, and whether it has come back since. */
  hasLeft: boolean
  hasReturned: boolean
}

const EXPAND = ['transfer_reversal', 'charge.application_fee']

function feeOf(refund: Stripe.Refund): Stripe.ApplicationFee | null {
  const charge = refund.charge && typeof refund.charge === 'object' ? refund.charge : null
  const fee = charge?.application_fee
  return fee && typeof fee === 'object' ? fee : null
}

function reshape(refund: Stripe.Refund, parts = feeOf(refund)?.refunds.data ?? []): RefundSnapshot {
  const reversal = refund.transfer_reversal
  const expanded = reversal && typeof reversal === 'object' ? reversal : null
  return {
    stripeRefundId: refund.id,
    refundId: refund.metadata?.refund_id ?? null,
    status: refund.status as RefundSnapshot['status'],
    transferReversalId: expanded?.id ?? (typeof reversal === 'string' ? reversal : null),
    amountReversed: BigInt(expanded?.amount ?? 0),
    commissionParts: parts.map(({ amount }) => BigInt(amount)),
    failureReason: refund.failure_reason ?? null,
    hasLeft: Boolean(refund.balance_transaction),
    hasReturned: Boolean(refund.failure_balance_transaction),
  }
}

/** https://docs.stripe.com/connect/destination-charges#issue-refunds. Fails with `insufficient_balance` when a reversal is asked and the contractor's balance is short. */
export async function createRefund(
  input: ToldRefund & {
    attempt: number
    paymentIntentId: string
    amount: bigint
    reason: 'duplicate' | 'fraudulent' | 'requested_by_customer'
  },
): Promise<Result<RefundSnapshot, StripeFailure>> {
  return callStripe(async () => {
    const refund = await stripe().refunds.create(
      {
        payment_intent: input.paymentIntentId,
        amount: Number(input.amount),
        reverse_transfer: input.reverseTransfer,
        refund_application_fee: input.refundCommission,
        reason: input.reason,
        metadata: writeRefund(input),
        expand: EXPAND,
      },
      { idempotencyKey: `refund:${input.refundId}:${input.attempt}` },
    )
    return reshape(refund)
  })
}

/** A fee shows the latest ten of its parts; where there are more, all are read. */
export async function retrieveRefund(stripeRefundId: string): Promise<Result<RefundSnapshot, StripeFailure>> {
  return callStripe(async () => {
    const refund = await stripe().refunds.retrieve(stripeRefundId, { expand: EXPAND })
    const fee = feeOf(refund)
    if (!fee?.refunds.has_more) return reshape(refund)
    const all = stripe().applicationFees.listRefunds(fee.id, { limit: 100 })
    return reshape(refund, await all.autoPagingToArray({ limit: 10_000 }))
  })
}

/** Finds our refund among those of a payment: the way out once Stripe may have forgotten the idempotency key. */
export async function findRefund(
  paymentIntentId: string,
  refundId: string,
): Promise<Result<RefundSnapshot | null, StripeFailure>> {
  const found = await callStripe(async () => {
    for await (const refund of stripe().refunds.list({ payment_intent: paymentIntentId, limit: 100 })) {
      if (refund.metadata?.refund_id === refundId) return refund.id
    }
    return null
  })
  if (!found.ok) return found
  return found.value ? retrieveRefund(found.value) : ok(null)
}
