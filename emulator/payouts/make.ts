import type { External } from '../accounts/external-accounts.ts'
import { book } from '../balance/book.ts'
import { DAY } from '../core/clock.ts'
import { newId } from '../core/ids.ts'
import { schedule, unschedule } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import type { Payout } from './kinds.ts'

/** A payout on its way takes whole days, UTC. */
const TRAVEL_DAYS = 2
/** An instant one leaves at once, but not so soon that nobody sees it pending, and is there half an hour later. */
const INSTANT_LEAVES = 60
const INSTANT_ARRIVES = 1800

/** A payout that is sure to be made. */
export interface PayoutOrder {
  account: string
  /** Minor units; below zero it takes money from the bank. */
  amount: number
  currency: string
  bank: External
  automatic: boolean
  method: 'instant' | 'standard'
  description: string | null
  metadata: Record<string, string>
  statementDescriptor: string | null
  /** The payout that this one takes back. */
  original: string | null
}

/** Takes the money from the balance (or promises what a debit will bring), and sends the payout on its way. Nothing is told yet. */
export function makePayout(tx: Tx, order: PayoutOrder): Payout {
  const { account, currency } = order
  const id = newId('po')
  const midnight = tx.now - (tx.now % DAY)
  const isInstant = order.method === 'instant'
  const leaves = isInstant ? tx.now + INSTANT_LEAVES : midnight + DAY
  const arrives = isInstant ? tx.now + INSTANT_ARRIVES : midnight + TRAVEL_DAYS * DAY
  const transaction = book(tx, {
    account,
    currency,
    amount: -order.amount,
    type: 'payout',
    reportingCategory: 'payout',
    source: id,
    description: order.description ?? 'STRIPE PAYOUT',
    availableOn: order.amount < 0 ? arrives : tx.now,
  })
  const payout = payoutOf(id, order, { arrives, transaction: transaction.id, now: tx.now })
  tx.put('payout', id, payout, account)
  // The platform's bank account is nobody's object until it is paid out to.
  if (!tx.find('bank_account', order.bank.id)) tx.put('bank_account', order.bank.id, order.bank, account)
  schedule(tx, { at: leaves, task: 'payout_leaves', ref: id, account })
  schedule(tx, { at: arrives, task: 'payout_arrives', ref: id, account })
  return payout
}

/** Puts the money of a payout that did not arrive back where it came from, and ends its travel. */
export function undoPayout(
  tx: Tx,
  payout: Payout,
  account: string,
  type: 'payout_cancel' | 'payout_failure',
): void {
  for (const task of ['payout_leaves', 'payout_arrives', 'payout_returns'])
    unschedule(tx, task, payout.id, account)
  const former = tx.get('balance_transaction', String(payout.balance_transaction))
  const transaction = book(tx, {
    account,
    currency: payout.currency,
    amount: payout.amount,
    type,
    reportingCategory: 'payout_reversal',
    source: payout.id,
    description: payout.description,
    availableOn: former.available_on,
  })
  payout.failure_balance_transaction = transaction.id
}

function payoutOf(
  id: string,
  order: PayoutOrder,
  made: { arrives: number; transaction: string; now: number },
): Payout {
  return {
    id,
    object: 'payout',
    amount: order.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: made.arrives,
    automatic: order.automatic,
    balance_transaction: made.transaction,
    created: made.now,
    currency: order.currency,
    description: order.description,
    destination: order.bank.id,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: order.metadata,
    method: order.method,
    original_payout: order.original,
    payout_method: null,
    reconciliation_status: order.automatic ? 'in_progress' : 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: order.statementDescriptor,
    status: 'pending',
    trace_id: { status: 'pending', value: null },
    type: order.bank.object === 'card' ? 'card' : 'bank_account',
  }
}
