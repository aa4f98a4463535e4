import { createHash } from 'node:crypto'
import type Stripe from 'stripe'
import { newId } from '../core/ids.ts'
import { clearableText, oneOf, required, text } from '../core/params.ts'
import type { Stored } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'
import {
  type BankDetails,
  checkBankDetails,
  normalized,
  payoutFailureOf,
  type SentBank,
} from './bank-numbers.ts'

/** A connected account's bank account, or one inside a token. */
export type BankAccount = Stored<Stripe.BankAccount>

declare module '../core/kinds.ts' {
  interface Kinds {
    /** What an account is paid out to: banks, and debit cards. */
    bank_account: BankAccount | Stored<Stripe.Card>
    /** By the id of what is paid out to: what a payout to it fails with. */
    _bank_facts: { payoutFailure: string | null }
  }
}

/** The parameters of a bank account. */
export const BANK_FIELDS = {
  country: required(text),
  currency: text,
  account_number: required(text),
  routing_number: text,
  account_holder_name: clearableText,
  account_holder_type: oneOf('company', 'individual'),
  account_type: oneOf('checking', 'savings', 'futsu', 'toza'),
}

/** Banks of which Stripe knows the name, by the beginning of their BIC. */
const BANK_NAMES: Record<string, string> = {
  FIRNZAJJ: 'FIRSTRAND BANK LIMITED',
  SGSEKRSL: 'SG SECURITIES KOREA CO., LTD.',
}

/**
 * Checks bank details and makes the object, not yet belonging to an account.
 * @param prefix the parameter they came in, for error messages.
 * @throws StripeError 400 for numbers that cannot be.
 */
export function bankAccountFrom(tx: Tx, sent: SentBank, prefix: string, owner: string): BankAccount {
  const details = normalized(sent)
  checkBankDetails(details, prefix)
  const id = newId('ba')
  const routing = shownRouting(details)
  const identity = `${details.country}|${routing}|${details.account_number}`
  tx.put('_bank_facts', id, { payoutFailure: payoutFailureOf(details.account_number) }, owner)
  return {
    id,
    object: 'bank_account',
    account_holder_name: details.account_holder_name ?? null,
    account_holder_type: details.account_holder_type ?? null,
    account_type: details.account_type ?? null,
    bank_name: BANK_NAMES[routing.slice(0, 8)] ?? 'STRIPE TEST BANK',
    country: details.country,
    currency: details.currency,
    fingerprint: createHash('sha256').update(identity).digest('base64url').slice(0, 16),
    last4: details.account_number.slice(-4),
    routing_number: routing,
    status: 'new',
  }
}

/** An IBAN says its bank itself, for which test mode shows a number of its own. */
function shownRouting({ country, routing_number: routing, account_number: number }: BankDetails): string {
  if (country === 'NZ') return number.slice(0, 6)
  if (!routing) return /^[A-Z]{2}\d{2}/.test(number) ? '110000000' : '999'
  return /^[A-Z]{4}[A-Z0-9]{4}$/.test(routing) ? `${routing}XXX` : routing
}
