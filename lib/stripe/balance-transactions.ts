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

function reshape(transaction: Stripe.BalanceTransaction, objectId: string): BalanceMovement {
  return {
    balanceTransactionId: transaction.id,
    type: transaction.type,
    amount: BigInt(transaction.amount),
    fee: BigInt(transaction.fee),
    currency: transaction.currency,
    objectId,
    createdAt: new Date(transaction.created * 1000),
  }
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
      movements.push(reshape(transaction, objectOf(transaction.source)))
    }
    return movements
  })
}

const transactionOf = (value: string | Stripe.BalanceTransaction | null | undefined) =>
  value && typeof value === 'object' ? [value] : []

/** What came after an object under ids of its own: reversals of a transfer, returned parts of a fee. */
async function laterTransactions(objectId: string): Promise<Stripe.BalanceTransaction[]> {
  const found: Stripe.BalanceTransaction[] = []
  const params = { limit: 100, expand: ['data.balance_transaction'] }
  if (objectId.startsWith('tr_')) {
    for await (const reversal of stripe().transfers.listReversals(objectId, params))
      found.push(...transactionOf(reversal.balance_transaction))
  }
  if (objectId.startsWith('fee_')) {
    for await (const refund of stripe().applicationFees.listRefunds(objectId, params))
      found.push(...transactionOf(refund.balance_transaction))
  }
  return found
}

/** The movements of the platform's balance that belong to one object, in the same sense as above. */
export function listMovementsOf(objectId: string): Promise<Result<BalanceMovement[], StripeFailure>> {
  return callStripe(async () => {
    const own = await stripe().balanceTransactions.list({ source: objectId, limit: 100 })
    // Some of the later ones may be listed under the object itself as well.
    const all = new Map([...own.data, ...(await laterTransactions(objectId))].map(one => [one.id, one]))
    return [...all.values()].map(transaction => reshape(transaction, objectId))
  })
}

/** What a charge was made for, in minor units: of a hold there is no movement to compare with. */
export function retrieveChargedAmount(chargeId: string): Promise<Result<bigint, StripeFailure>> {
  return callStripe(async () => BigInt((await stripe().charges.retrieve(chargeId)).amount))
}
