import type Stripe from 'stripe'
import { invalid, missing } from '../core/errors.ts'
import type { Stored } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'
import { type BankAccount, bankAccountFrom } from './bank-account.ts'
import { payoutFailureOf } from './bank-numbers.ts'

/** Bank tokens that Stripe has ready in test mode, by their numbers (docs.stripe.com/connect/testing). */
const READY_BANKS: Record<string, string> = {
  btok_us: '000123456789',
  btok_us_verified: '000123456789',
  btok_us_accountClosed: '000111111113',
  btok_us_debitNotAuthorized: '000333333335',
  btok_us_insufficientFunds: '000222222227',
  btok_us_invalidCurrency: '000444444440',
  btok_us_noAccount: '000111111116',
}

/** What money to or from such a bank account fails with, or null where it does not. */
export function readyFailure(id: string): string | null {
  return payoutFailureOf(readyNumber(id) ?? '')
}

function readyNumber(id: string): string | undefined {
  return READY_BANKS[id] ?? READY_BANKS[id.replace('_verified_', '_')]
}

/**
 * Uses up a token: it works once.
 * @throws StripeError 400 `resource_missing` or `token_already_used`.
 */
export function spendToken(tx: Tx, id: string, type: string, param: string): Stored<Stripe.Token> {
  const found = tx.find('token', id)
  if (!found || found.type !== type) throw missing('token', id, param, 400)
  if (found.used) {
    throw invalid(`You cannot use a Stripe token more than once: ${id}.`, {
      code: 'token_already_used',
      param,
    })
  }
  const token = tx.edit('token', id)
  token.used = true
  return token
}

/** The bank account of a token, used up with it. */
export function spendBankToken(tx: Tx, id: string, param: string, owner: string): BankAccount {
  const number = readyNumber(id)
  if (number) {
    const bank = { country: 'US', currency: 'usd', account_number: number, routing_number: '110000000' }
    return bankAccountFrom(tx, bank, param, owner)
  }
  const { bank_account: bank } = spendToken(tx, id, 'bank_account', param)
  if (!bank) throw missing('token', id, param, 400)
  return structuredClone(bank)
}

/**
 * The number of a `pii` token, used up with it; what is no token is the number itself.
 * @throws StripeError 400 for a token that was used.
 */
export function numberOrToken(tx: Tx, sent: string, param: string): string {
  if (!sent.startsWith('pii_')) return sent
  const token = spendToken(tx, sent, 'pii', param)
  const { id_number: number, personal_id_number: older } = tx.get('_token_fields', token.id)
  return String(number ?? older ?? '')
}
