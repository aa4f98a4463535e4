import { createHash } from 'node:crypto'
import type Stripe from 'stripe'
import { newId } from '../core/ids.ts'
import { metadata } from '../core/metadata.ts'
import { clearableText, hash, oneOf, required, text } from '../core/params.ts'
import type { Stored } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'
import { type BankDetails, checkBankDetails, payoutFailureOf } from './bank-numbers.ts'

/** A connected account's bank account, or one inside a token. */
export type BankAccount = Stored<Stripe.BankAccount>

declare module '../core/kinds.ts' {
  interface Kinds {
    bank_account: BankAccount
    /** By the bank account's id: what a payout to it fails with. */
    _bank_facts: { payoutFailure: string | null }
  }
}

/** The parameters of a bank account. */
export const BANK_FIELDS = {
  country: required(text),
  currency: required(text),
  account_number: required(text),
  routing_number: text,
  account_holder_name: clearableText,
  account_holder_type: oneOf('company', 'individual'),
  account_type: oneOf('checking', 'savings', 'futsu', 'toza'),
}

/** As `BANK_FIELDS`, where `object=bank_account` tells it from a card. */
export const EXTERNAL_BANK = hash({ ...BANK_FIELDS, object: oneOf('bank_account'), metadata })

/**
 * Checks bank details and makes the object, not yet belonging to an account.
 * @param prefix the parameter they came in, for error messages.
 * @throws StripeError 400 for numbers that cannot be.
 */
export function bankAccountFrom(tx: Tx, sent: BankDetails, prefix: string, owner: string): BankAccount {
  const details = {
    ...sent,
    country: sent.country.toUpperCase(),
    currency: sent.currency.toLowerCase(),
    account_number: sent.account_number.replaceAll(/[\s-]/g, '').toUpperCase(),
    routing_number: sent.routing_number?.replaceAll(/\s/g, ''),
  }
  checkBankDetails(details, prefix)
  const id = newId('ba')
  const identity = `${details.country}|${details.routing_number ?? ''}|${details.account_number}`
  tx.put('_bank_facts', id, { payoutFailure: payoutFailureOf(details.account_number) }, owner)
  return {
    id,
    object: 'bank_account',
    account_holder_name: details.account_holder_name ?? null,
    account_holder_type: details.account_holder_type ?? null,
    account_type: details.account_type ?? null,
    bank_name: 'STRIPE TEST BANK',
    country: details.country,
    currency: details.currency,
    fingerprint: createHash('sha256').update(identity).digest('base64url').slice(0, 16),
    last4: details.account_number.slice(-4),
    routing_number: details.routing_number ?? null,
    status: 'new',
  }
}
