import type { Params } from '../core/params.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { type BankAccount, bankAccountFrom, type EXTERNAL_BANK } from '../tokens/bank-account.ts'
import { spendBankToken } from '../tokens/routes.ts'

type SentBank = typeof EXTERNAL_BANK extends { read(...args: never[]): infer T } ? T : Params<never>

const NOTHING_DUE = { currently_due: [], errors: [], past_due: [], pending_verification: [] }

/** The bank accounts of a connected account, newest first. */
export function banksOf(tx: Tx, accountId: string): BankAccount[] {
  return [...tx.list('bank_account', accountId)]
}

/** Makes one the account that payouts in its currency go to. */
export function makeDefault(tx: Tx, bank: BankAccount): void {
  for (const other of banksOf(tx, String(bank.account))) {
    if (other.currency !== bank.currency || other.id === bank.id || !other.default_for_currency) continue
    tx.edit('bank_account', other.id).default_for_currency = false
  }
  bank.default_for_currency = true
}

/**
 * Adds a bank account, by token or by numbers.
 * @param wantsDefault makes it the default of its currency; the first of a currency always is.
 * @throws StripeError 400 for a token that is unknown or used, and for impossible numbers.
 */
export function addBank(
  tx: Tx,
  accountId: string,
  sent: string | SentBank,
  param: string,
  wantsDefault: boolean,
): BankAccount {
  const made =
    typeof sent === 'string'
      ? spendBankToken(tx, sent, param, accountId)
      : bankAccountFrom(tx, sent, param, accountId)
  const first = !banksOf(tx, accountId).some(other => other.currency === made.currency)
  const bank: BankAccount = {
    ...made,
    account: accountId,
    available_payout_methods: ['standard'],
    default_for_currency: false,
    future_requirements: structuredClone(NOTHING_DUE),
    metadata: {},
    requirements: structuredClone(NOTHING_DUE),
  }
  tx.put('bank_account', bank.id, bank, accountId)
  if (first || wantsDefault) makeDefault(tx, bank)
  emit(tx, 'account.external_account.created', bank, accountId)
  return bank
}

/** Takes a bank account away. */
export function removeBank(tx: Tx, bank: BankAccount): void {
  tx.remove('bank_account', bank.id)
  emit(tx, 'account.external_account.deleted', bank, String(bank.account))
}

/** `external_account` of an account replaces what there is in that currency. */
export function replaceBank(tx: Tx, accountId: string, sent: string | SentBank, param: string): void {
  const bank = addBank(tx, accountId, sent, param, true)
  for (const other of banksOf(tx, accountId)) {
    if (other.currency === bank.currency && other.id !== bank.id) removeBank(tx, other)
  }
}
