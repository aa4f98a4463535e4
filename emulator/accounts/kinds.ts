import type Stripe from 'stripe'
import type { Kinds } from '../core/kinds.ts'
import type { Stored } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'
import type { Rejection } from '../files/document-outcome.ts'

export type Person = Stored<Stripe.Person>
export type Requirements = Stored<Stripe.Account.Requirements>

type Present =
  | 'business_profile'
  | 'capabilities'
  | 'company'
  | 'country'
  | 'default_currency'
  | 'external_accounts'
  | 'future_requirements'
  | 'metadata'
  | 'requirements'
  | 'settings'
  | 'tos_acceptance'
type Plain = Kinds['account']

/** A connected account of ours: the parts that Stripe sometimes leaves out are always there. */
export type Account = Omit<Plain, Present> & { [Field in Present]-?: NonNullable<Plain[Field]> }

/** One thing that Stripe checks: an id number, an address, a document. */
export interface Check {
  state: 'pending' | 'verified' | 'failed'
  /** What it will end, or has ended, in; null is good. */
  outcome: Rejection | null
  /** Unix seconds. */
  dueAt: number
}

/** What is known of an account behind its public face. */
export interface Verification {
  /** By requirement, such as `individual.verification.document` or `person_1.id_number`. */
  checks: Record<string, Check>
  /** SHA-256 of documents that were rejected: the same bytes are never looked at twice. */
  refusedFiles: string[]
  /** When each capability was asked for, by name. */
  requested: Record<string, number>
  /** All was in order once: what is missing later stops payouts only. */
  wasActive: boolean
  /** On a sanctions list (the test birthday 1900-01-01). */
  listed: boolean
  /** `rejected.fraud` and the like, by `POST /v1/accounts/:id/reject`. */
  rejected: string | null
}

declare module '../core/kinds.ts' {
  interface Kinds {
    person: Stored<Stripe.Person>
    /** By the account's id. */
    _verification: Verification
  }
}

/** A copy of the account that may be changed. */
export function editAccount(tx: Tx, id: string): Account {
  return tx.edit('account', id) as Account
}

/** A copy of what is known behind the account, to be changed. */
export function editVerification(tx: Tx, id: string): Verification {
  return tx.edit('_verification', id)
}
