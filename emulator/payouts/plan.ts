import type { Account } from '../accounts/kinds.ts'
import { platformAccount } from '../accounts/platform-account.ts'
import { fundsOf } from '../balance/balance.ts'
import { PLATFORM } from '../core/ids.ts'
import { schedule } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import { nextRun } from './schedule.ts'

/** The name of the task that pays out by itself (`automatic.ts`). */
export const PAYOUTS_TASK = 'payouts_due'

/** The account whose money it is, the platform included; undefined once it was deleted. */
export function payee(tx: Tx, accountId: string): Account | undefined {
  return accountId === PLATFORM ? platformAccount(tx) : (tx.find('account', accountId) as Account | undefined)
}

/**
 * What a schedule pays out now of an account's money in a currency, in minor units: all that is available, or, below zero,
 * the debt that is taken from the bank where `debit_negative_balances` allows it.
 */
export function dueAmount(tx: Tx, account: Account, currency: string): number {
  const { available, pending } = fundsOf(tx, account.id, currency)
  if (available > 0) return available
  const debt = Math.min(available + pending, 0)
  return account.settings.payouts?.debit_negative_balances ? debt : 0
}

/** Where an account's payouts in a currency go by themselves; undefined while there is nothing that takes them. */
export function defaultBank(account: Account, currency: string) {
  const banks = account.external_accounts.data.filter(bank => bank.currency === currency)
  return banks.find(bank => bank.default_for_currency) ?? banks[0]
}

/** Whether money could be paid out by itself at this moment, were it a payday. */
export function isPayable(tx: Tx, account: Account, currency: string): boolean {
  const bank = defaultBank(account, currency)
  return account.payouts_enabled && bank !== undefined && bank.status !== 'errored'
    ? dueAmount(tx, account, currency) !== 0
    : false
}

/** Lets the next automatic payout happen, if the account has a schedule and anything to pay out. */
export function planPayouts(tx: Tx, accountId: string): void {
  const account = payee(tx, accountId)
  const when = account?.settings.payouts?.schedule
  if (!account || !when || when.interval === 'manual') return
  const balances = [...tx.list('_balance', accountId)]
  if (!balances.some(({ currency }) => isPayable(tx, account, currency))) return
  const at = nextRun(when, tx.now)
  if (at !== null) schedule(tx, { at, task: PAYOUTS_TASK, ref: accountId, account: accountId })
}
