import type { External } from '../accounts/external-accounts.ts'
import { refreshAccount } from '../accounts/refresh.ts'
import { DAY } from '../core/clock.ts'
import { schedule, type Task } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import type { Payout } from './kinds.ts'
import { undoPayout } from './make.ts'

/** A payout to a closed account is taken by the bank, and comes back a day later. */
const RETURNED = 'account_closed'

/** The task by which a payout is given to the bank. What an automatic one is made of can be listed from then on. */
const leaves: Task = (tx, { ref, account }) => {
  const payout = tx.edit('payout', ref)
  if (payout.status !== 'pending') return
  payout.status = 'in_transit'
  if (payout.automatic) payout.reconciliation_status = 'completed'
  emit(tx, 'payout.updated', payout, account)
  if (payout.automatic) emit(tx, 'payout.reconciliation_completed', payout, account)
}

/** The task by which a payout reaches its bank, which may refuse it. */
const arrives: Task = (tx, { ref, account }) => {
  const payout = tx.edit('payout', ref)
  if (payout.status !== 'in_transit') return
  const failure = tx.find('_bank_facts', String(payout.destination))?.payoutFailure ?? null
  if (failure !== null && failure !== RETURNED) {
    fail(tx, payout, account, failure)
    return
  }
  payout.status = 'paid'
  payout.trace_id = { status: 'supported', value: `LOCAL${ref.slice(-10).toUpperCase()}` }
  emit(tx, 'payout.paid', payout, account)
  if (failure !== null) schedule(tx, { at: tx.now + DAY, task: 'payout_returns', ref, account })
}

/** The task by which a payout comes back that the bank had taken. */
const returns: Task = (tx, { ref, account }) => {
  const payout = tx.edit('payout', ref)
  if (payout.status === 'paid') fail(tx, payout, account, RETURNED)
}

const MESSAGES: Record<string, string> = {
  account_closed: 'The bank account has been closed.',
  could_not_process: 'The bank could not process this payout.',
  debit_not_authorized: 'Debit transactions are not approved on the bank account.',
  insufficient_funds: 'The bank account has insufficient funds to complete the payout.',
  invalid_currency: 'The bank was unable to process this payout because of its currency.',
  no_account:
    'The bank account details on file are probably incorrect. No bank account could be located with those details.',
}

/** The money comes back, and nothing more is sent to that bank until somebody changes it. */
function fail(tx: Tx, payout: Payout, account: string, code: string): void {
  undoPayout(tx, payout, account, 'payout_failure')
  payout.status = 'failed'
  payout.failure_code = code
  payout.failure_message = MESSAGES[code] ?? 'The bank returned the payout.'
  emit(tx, 'payout.failed', payout, account)
  cancelReversal(tx, payout, account)
  const bank = tx.find('bank_account', String(payout.destination))
  if (!bank) return
  const errored: External = tx.edit('bank_account', bank.id)
  errored.status = 'errored'
  emit(tx, 'account.external_account.updated', errored, account)
  refreshAccount(tx, account)
}

/** Of a payout that came back by itself, nothing is to be taken back any more. */
function cancelReversal(tx: Tx, payout: Payout, account: string): void {
  if (!payout.reversed_by) return
  const reversal = tx.edit('payout', String(payout.reversed_by))
  if (reversal.status !== 'pending') return
  undoPayout(tx, reversal, account, 'payout_cancel')
  reversal.status = 'canceled'
  emit(tx, 'payout.canceled', reversal, account)
}

export const TRAVEL_TASKS: Record<string, Task> = {
  payout_arrives: arrives,
  payout_leaves: leaves,
  payout_returns: returns,
}
