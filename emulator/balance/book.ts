import { newId } from '../core/ids.ts'
import { schedule, type Task } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { planPayouts } from '../payouts/plan.ts'
import { balanceOf } from './balance.ts'
import type { BalanceTransaction } from './kinds.ts'

/** A movement of money on one account. Amounts are in minor units; negative ones leave the account. */
export interface Movement {
  account: string
  currency: string
  amount: number
  type: BalanceTransaction['type']
  reportingCategory: string
  /** The object that caused it. */
  source: string
  description?: string | null
  /** What is kept back of the amount. */
  fees?: BalanceTransaction['fee_details']
  /** Unix seconds; the past and the present mean at once. */
  availableOn: number
}

/**
 * The only place where money moves: writes the balance transaction and adds its net to the account's
 * balance, so that the sum of all nets is the balance at any time.
 */
export function book(tx: Tx, movement: Movement): BalanceTransaction {
  const { account, currency, amount } = movement
  const fee_details = movement.fees ?? []
  const fee = fee_details.reduce((sum, detail) => sum + detail.amount, 0)
  const available_on = Math.max(movement.availableOn, tx.now)
  const pending = available_on > tx.now
  const transaction: BalanceTransaction = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on,
    balance_type: 'payments',
    created: tx.now,
    currency,
    description: movement.description ?? null,
    exchange_rate: null,
    fee,
    fee_details,
    net: amount - fee,
    reporting_category: movement.reportingCategory,
    source: movement.source,
    status: pending ? 'pending' : 'available',
    type: movement.type,
  }
  tx.add('balance_transaction', transaction.id, transaction, account)
  balanceDraft(tx, account, currency)[pending ? 'pending' : 'available'] += transaction.net
  if (pending) {
    tx.add('_pending', transaction.id, { transaction: transaction.id, availableOn: available_on }, account)
    schedule(tx, { at: available_on, task: 'funds_available', ref: account, account })
  } else planPayouts(tx, account)
  return transaction
}

/** The task that turns an account's pending money into available money when its day has come. */
export const fundsAvailable: Task = (tx, { account }) => {
  const ripe = [...tx.list('_pending', account, { where: one => one.availableOn <= tx.now })]
  for (const { transaction: id } of ripe) {
    const transaction = tx.edit('balance_transaction', id)
    const balance = balanceDraft(tx, account, transaction.currency)
    transaction.status = 'available'
    balance.pending -= transaction.net
    balance.available += transaction.net
    tx.remove('_pending', id)
  }
  if (ripe.length === 0) return
  emit(tx, 'balance.available', balanceOf(tx, account), account)
  planPayouts(tx, account)
}

function balanceDraft(tx: Tx, account: string, currency: string) {
  const id = `${account}|${currency}`
  if (tx.row('_balance', id)) return tx.edit('_balance', id)
  return tx.add('_balance', id, { account, currency, available: 0, pending: 0 }, account)
}
