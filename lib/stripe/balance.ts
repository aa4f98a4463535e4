import type Stripe from 'stripe'
import { ok, type Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, isAccountGone, type StripeFailure } from './errors.ts'

/** One currency of a balance in Stripe's own two words; either may be negative. Minor units. */
export type BalanceLine = { currency: string; available: bigint; pending: bigint }

/** One movement of a balance: what Stripe calls a balance transaction. `net` is what the balance moved by. */
export type Movement = {
  id: string
  type: string
  gross: bigint
  fee: bigint
  net: bigint
  currency: string
  status: 'pending' | 'available'
  availableOn: Date
  createdAt: Date
  description: string | null
  /** The transfer that brought it, for money from an order. */
  transferId: string | null
}

/** Money still pending is at most days old; this many movements back is beyond that for any contractor. */
const MOVEMENTS_MAX = 500

function addTo(
  lines: Map<string, BalanceLine>,
  part: 'available' | 'pending',
  amounts: Stripe.Balance.Available[],
) {
  for (const { currency, amount } of amounts) {
    const line = lines.get(currency) ?? { currency, available: 0n, pending: 0n }
    lines.set(currency, { ...line, [part]: line[part] + BigInt(amount) })
  }
}

/** What Stripe holds for a connected account, one line for each currency. https://docs.stripe.com/api/balance */
export function retrieveBalance(accountId: string): Promise<Result<BalanceLine[], StripeFailure>> {
  return callStripe(async () => {
    const balance = await stripe().balance.retrieve({}, { stripeAccount: accountId })
    const lines = new Map<string, BalanceLine>()
    addTo(lines, 'available', balance.available)
    addTo(lines, 'pending', balance.pending)
    return [...lines.values()]
  })
}

/** The same, to be compared with: for an account that Stripe does not have any more it keeps nothing. */
export async function retrieveKept(accountId: string): Promise<Result<BalanceLine[], StripeFailure>> {
  const balance = await retrieveBalance(accountId)
  return !balance.ok && isAccountGone(balance.error) ? ok([]) : balance
}

function transferOf(source: Stripe.BalanceTransaction['source']): string | null {
  if (!source || typeof source === 'string' || source.object !== 'charge') return null
  const transfer = source.source_transfer
  return typeof transfer === 'string' ? transfer : (transfer?.id ?? null)
}

function reshapeMovement(transaction: Stripe.BalanceTransaction): Movement {
  return {
    id: transaction.id,
    type: transaction.type,
    gross: BigInt(transaction.amount),
    fee: BigInt(transaction.fee),
    net: BigInt(transaction.net),
    currency: transaction.currency,
    status: transaction.status === 'available' ? 'available' : 'pending',
    availableOn: new Date(transaction.available_on * 1000),
    createdAt: new Date(transaction.created * 1000),
    description: transaction.description,
    transferId: transferOf(transaction.source),
  }
}

/**
 * The newest movements of a connected account's balance, newest first.
 * https://docs.stripe.com/api/balance_transactions/list
 */
export function listMovements(accountId: string): Promise<Result<Movement[], StripeFailure>> {
  return callStripe(async () => {
    const movements: Movement[] = []
    const pages = stripe().balanceTransactions.list(
      { limit: 100, expand: ['data.source'] },
      { stripeAccount: accountId },
    )
    for await (const transaction of pages) {
      movements.push(reshapeMovement(transaction))
      if (movements.length === MOVEMENTS_MAX) break
    }
    return movements
  })
}
