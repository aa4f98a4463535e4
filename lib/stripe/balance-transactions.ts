import type Stripe from 'stripe'
import type { Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'

/**
 * One movement of the platform's balance at Stripe, under the id of what it belongs to: a reversal belongs to its transfer, a returned
 * fee to its application fee, everything else is its own.
 */
export type BalanceMovement = {
  balanceTransactionId: string
  type: string
  amount: bigint
  fee: bigint
  currency: string
  objectId: string
  createdAt: Date
}

const idOf = (value: string | { id: string } | null | undefined): string | null =>
  typeof value === 'string' ? value : (value?.id ?? null)

/** What a movement belongs to. */
function objectOf(source: Stripe.BalanceTransaction['source']): string {
  if (!source || typeof source === 'string') return source ?? ''
  if (source.object === 'fee_refund') return idOf(source.fee) ?? source.id
  if (source.object === 'transfer_reversal') return idOf(source.transfer) ?? source.id
  return source.id
}

/**
 * Every movement of the platform's balance since a moment.
 * https://docs.stripe.com/api/balance_transactions/list
 */
export function listBalanceMovements(since: Date): Promise<Result<BalanceMovement[], StripeFailure>> {
  return callStripe(async () => {
    const movements: BalanceMovement[] = []
    const created = { gte: Math.floor(since.getTime() / 1000) }
    const pages = stripe().balanceTransactions.list({ created, limit: 100, expand: ['data.source'] })
    for await (const transaction of pages) {
      movements.push({
        balanceTransactionId: transaction.id,
        type: transaction.type,
        amount: BigInt(transaction.amount),
        fee: BigInt(transaction.fee),
        currency: transaction.currency,
        objectId: objectOf(transaction.source),
        createdAt: new Date(transaction.created * 1000),
      })
    }
    return movements
  })
}
