import type Stripe from 'stripe'
import { ok, type Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'

/** A Payout in our shape; amounts in minor units, below zero for money that Stripe takes from the bank. */
export type PayoutSnapshot = {
  stripePayoutId: string
  /** Our row, from the metadata; null for a payout made by Stripe's schedule or elsewhere. */
  payoutId: string | null
  /** The form's, which Stripe was told with the payout that was asked for by it. */
  requestKey: string | null
  status: 'pending' | 'in_transit' | 'paid' | 'failed' | 'canceled'
  amount: bigint
  currency: string
  isAutomatic: boolean
  method: string
  arrivalOn: Date
  bankName: string | null
  bankLast4: string | null
  traceId: string | null
  failureCode: string | null
  /** What its balance transaction took from the balance, with Stripe's fee if there is one; 0 before there is one. */
  amountLeft: bigint
  /** What the second balance transaction, of a payout that failed or was canceled, gave back. */
  amountReturned: bigint
  createdAt: Date
}

/** Which bank a contractor's payout went to is shown; the platform knows its own. */
const expandFor = (accountId: string | null) => [
  'balance_transaction',
  'failure_balance_transaction',
  ...(accountId ? ['destination'] : []),
]

/** What a balance transaction changed the balance by: its net, which is what counts where there is a fee. */
function netOf(transaction: string | Stripe.BalanceTransaction | null, otherwise: number): bigint {
  if (!transaction) return 0n
  return BigInt(typeof transaction === 'object' ? transaction.net : otherwise)
}

function bankOf(destination: Stripe.Payout['destination']): { name: string | null; last4: string | null } {
  if (!destination || typeof destination === 'string' || !('last4' in destination))
    return { name: null, last4: null }
  const name = destination.object === 'bank_account' ? destination.bank_name : destination.brand
  return { name, last4: destination.last4 }
}

function reshape(payout: Stripe.Payout): PayoutSnapshot {
  const bank = bankOf(payout.destination)
  return {
    stripePayoutId: payout.id,
    payoutId: payout.metadata?.payout_id ?? null,
    requestKey: payout.metadata?.request_key ?? null,
    status: payout.status as PayoutSnapshot['status'],
    amount: BigInt(payout.amount),
    currency: payout.currency,
    isAutomatic: payout.automatic,
    method: payout.method,
    arrivalOn: new Date(payout.arrival_date * 1000),
    bankName: bank.name,
    bankLast4: bank.last4,
    traceId: payout.trace_id?.value ?? null,
    failureCode: payout.failure_code,
    amountLeft: -netOf(payout.balance_transaction, -payout.amount),
    amountReturned: netOf(payout.failure_balance_transaction, payout.amount),
    createdAt: new Date(payout.created * 1000),
  }
}

/** Whose balance: a connected account, or the platform's own for null. */
const of = (accountId: string | null) => (accountId ? { stripeAccount: accountId } : {})

/**
 * Sends available money of a connected account to its default bank account of the currency.
 * https://docs.stripe.com/connect/manual-payouts. Fails with `insufficient_balance` when that much is not available.
 */
export async function createPayout(input: {
  payoutId: string
  requestKey: string | null
  accountId: string
  amount: bigint
  currency: string
}): Promise<Result<PayoutSnapshot, StripeFailure>> {
  return callStripe(async () => {
    const payout = await stripe().payouts.create(
      {
        amount: Number(input.amount),
        currency: input.currency,
        metadata: {
          payout_id: input.payoutId,
          ...(input.requestKey && { request_key: input.requestKey }),
        },
        expand: expandFor(input.accountId),
      },
      { ...of(input.accountId), idempotencyKey: `payout:${input.payoutId}:1` },
    )
    return reshape(payout)
  })
}

export async function retrievePayout(
  accountId: string | null,
  stripePayoutId: string,
): Promise<Result<PayoutSnapshot, StripeFailure>> {
  return callStripe(async () =>
    reshape(await stripe().payouts.retrieve(stripePayoutId, { expand: expandFor(accountId) }, of(accountId))),
  )
}

/** Every payout of an account since a moment, or ever, newest first. https://docs.stripe.com/api/payouts/list */
export async function listPayouts(
  accountId: string | null,
  since: Date | null,
): Promise<Result<PayoutSnapshot[], StripeFailure>> {
  return callStripe(async () => {
    const payouts: PayoutSnapshot[] = []
    const created = since && { created: { gte: Math.floor(since.getTime() / 1000) } }
    const expand = expandFor(accountId).map(field => `data.${field}`)
    for await (const payout of stripe().payouts.list({ ...created, limit: 100, expand }, of(accountId))) {
      payouts.push(reshape(payout))
    }
    return payouts
  })
}

/** Finds our payout among those of its account: the way out once Stripe may have forgotten the idempotency key. */
export async function findPayout(
  accountId: string,
  payoutId: string,
  since: Date,
): Promise<Result<PayoutSnapshot | null, StripeFailure>> {
  const listed = await listPayouts(accountId, since)
  return listed.ok ? ok(listed.value.find(payout => payout.payoutId === payoutId) ?? null) : listed
}
