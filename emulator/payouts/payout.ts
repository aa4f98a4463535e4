import { platformAccount } from '../accounts/platform-account.ts'
import { fundsOf } from '../balance/balance.ts'
import { book } from '../balance/book.ts'
import { DAY } from '../core/clock.ts'
import { badParameter, invalid } from '../core/errors.ts'
import { newId, PLATFORM } from '../core/ids.ts'
import { schedule, type Task, unschedule } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import type { Payout } from './kinds.ts'

const TRAVEL_DAYS = 2

export interface PayoutWish {
  amount: number
  currency: string
  /** `ba_…`; the account's default one for the currency when not given. */
  destination: string | undefined
  description: string | null
  metadata: Record<string, string>
  method: 'standard' | 'instant'
  statementDescriptor: string | null
}

/**
 * Sends available money to a bank: it leaves the balance now and arrives some days later.
 * @throws StripeError 400 `balance_insufficient`; without a bank account in that currency.
 */
export function createPayout(tx: Tx, wish: PayoutWish, account: string): Payout {
  const { amount, currency } = wish
  if (amount < 1) {
    const details = { code: 'parameter_invalid_integer', param: 'amount' }
    throw badParameter('This value must be greater than or equal to 1.', details)
  }
  const bank = bankOf(tx, wish, account)
  if (fundsOf(tx, account, currency).available < amount) {
    throw invalid(
      'You have insufficient funds in your Stripe account for this transfer. Your card balance is too low.  You can use the /v1/balance endpoint to view your Stripe balance (for more details, see stripe.com/docs/api#balance).',
      { code: 'balance_insufficient' },
    )
  }
  const id = newId('po')
  const movement = { account, currency, source: id, description: wish.description ?? 'STRIPE PAYOUT' }
  const transaction = book(tx, {
    ...movement,
    amount: -amount,
    type: 'payout',
    reportingCategory: 'payout',
    availableOn: tx.now,
  })
  const days = wish.method === 'instant' ? 0 : TRAVEL_DAYS
  const arrival = wish.method === 'instant' ? tx.now + 1800 : tx.now - (tx.now % DAY) + days * DAY
  const payout = payoutOf(id, wish, { bank, arrival, transaction: transaction.id, now: tx.now })
  tx.put('payout', id, payout, account)
  schedule(tx, { at: arrival, task: 'payout_arrives', ref: id, account })
  emit(tx, 'payout.created', payout, account)
  return payout
}

/** Takes a payout back that has not left yet. @throws StripeError 400 once it has. */
export function cancelPayout(tx: Tx, payout: Payout, account: string): Payout {
  if (payout.status !== 'pending') {
    throw invalid(`Payouts can only be canceled while they are pending; this one is ${payout.status}.`, {
      code: 'payouts_not_allowed',
    })
  }
  unschedule(tx, 'payout_arrives', payout.id, account)
  giveBack(tx, payout, account, 'payout_cancel')
  payout.status = 'canceled'
  emit(tx, 'payout.canceled', payout, account)
  return payout
}

/** The task by which a payout reaches its bank, or comes back from it. */
export const payoutArrives: Task = (tx, { ref, account }) => {
  const payout = tx.edit('payout', ref)
  if (payout.status !== 'pending') return
  payout.status = 'paid'
  payout.trace_id = { status: 'supported', value: `LOCAL${ref.slice(-10).toUpperCase()}` }
  emit(tx, 'payout.paid', payout, account)
  const failure = failureOf(tx, String(payout.destination))
  if (failure === null) return
  giveBack(tx, payout, account, 'payout_failure')
  payout.status = 'failed'
  payout.failure_code = failure
  payout.failure_message = 'The bank returned the payout: the account cannot receive it.'
  emit(tx, 'payout.failed', payout, account)
}

function giveBack(tx: Tx, payout: Payout, account: string, type: 'payout_cancel' | 'payout_failure') {
  const transaction = book(tx, {
    account,
    currency: payout.currency,
    amount: payout.amount,
    type,
    reportingCategory: 'payout_reversal',
    source: payout.id,
    description: payout.description,
    availableOn: tx.now,
  })
  payout.failure_balance_transaction = transaction.id
}

interface Bank {
  id: string
  currency: string
}

function bankOf(tx: Tx, wish: PayoutWish, account: string): string {
  const owner = account === PLATFORM ? platformAccount() : tx.find('account', account)
  const banks = (owner?.external_accounts?.data ?? []) as unknown as (Bank & {
    default_for_currency?: boolean | null
  })[]
  const inCurrency = banks.filter(bank => bank.currency === wish.currency)
  if (wish.destination !== undefined) {
    const chosen = banks.find(bank => bank.id === wish.destination)
    if (chosen) return chosen.id
    throw invalid(`No such external account: '${wish.destination}'`, {
      code: 'resource_missing',
      param: 'destination',
    })
  }
  const bank = inCurrency.find(one => one.default_for_currency) ?? inCurrency[0]
  if (bank) return bank.id
  throw invalid(`Sorry, you don't have any external accounts in that currency (${wish.currency}).`)
}

/** What a payout to a test bank account fails with, or null. */
function failureOf(tx: Tx, bankId: string): string | null {
  return tx.find('_bank_facts', bankId)?.payoutFailure ?? null
}

function payoutOf(
  id: string,
  wish: PayoutWish,
  made: { bank: string; arrival: number; transaction: string; now: number },
): Payout {
  return {
    id,
    object: 'payout',
    amount: wish.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: made.arrival,
    automatic: false,
    balance_transaction: made.transaction,
    created: made.now,
    currency: wish.currency,
    description: wish.description,
    destination: made.bank,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: wish.metadata,
    method: wish.method,
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: wish.statementDescriptor,
    status: 'pending',
    trace_id: { status: 'pending', value: null },
    type: 'bank_account',
  }
}
