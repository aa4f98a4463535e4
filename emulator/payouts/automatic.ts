import type { Account } from '../accounts/kinds.ts'
import type { Task } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { makePayout } from './make.ts'
import { defaultBank, dueAmount, isPayable, payee } from './plan.ts'
import { nextRun } from './schedule.ts'

/** The task that pays an account out by its schedule: one payout per currency, to the default bank of that currency. */
export const payoutsDue: Task = (tx, { account: accountId }) => {
  const account = payee(tx, accountId)
  const when = account?.settings.payouts?.schedule
  // The schedule may have changed since this was planned; it was planned anew then.
  if (!account || !when || nextRun(when, tx.now - 1) !== tx.now) return
  for (const { currency } of [...tx.list('_balance', accountId)])
    if (isPayable(tx, account, currency)) payOut(tx, account, currency)
}

function payOut(tx: Tx, account: Account, currency: string): void {
  const bank = defaultBank(account, currency)
  if (!bank) return
  const amount = dueAmount(tx, account, currency)
  const items = amount > 0 ? unpaidTransactions(tx, account.id, currency) : []
  const payout = makePayout(tx, {
    account: account.id,
    amount,
    currency,
    bank,
    automatic: true,
    method: 'standard',
    description: 'STRIPE PAYOUT',
    metadata: {},
    statementDescriptor: account.settings.payouts?.statement_descriptor ?? null,
    original: null,
  })
  // A debit is made of nothing: what it brings is a part of a later payout, as is what its bank may send back.
  const own = amount > 0 ? [String(payout.balance_transaction)] : []
  for (const id of [...items, ...own]) tx.put('_payout_item', id, { payout: payout.id }, account.id)
  emit(tx, 'payout.created', payout, account.id)
}

/**
 * The balance transactions in a currency that are available and in no automatic payout yet. All that is older than the oldest one
 * that was still pending at the last payout is in one, so that no payout walks over the whole history.
 */
function unpaidTransactions(tx: Tx, account: string, currency: string): string[] {
  const cutId = `${account}|${currency}`
  const cut = tx.find('_payout_cut', cutId)?.created ?? 0
  const ids: string[] = []
  let oldestPending = tx.now
  for (const one of tx.list('balance_transaction', account)) {
    if (one.created < cut) break
    if (one.currency !== currency || tx.find('_payout_item', one.id)) continue
    if (one.status === 'available') ids.push(one.id)
    else oldestPending = Math.min(oldestPending, one.created)
  }
  tx.put('_payout_cut', cutId, { created: oldestPending }, account)
  return ids
}
