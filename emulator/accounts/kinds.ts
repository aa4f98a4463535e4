import type Stripe from 'stripe'
import type { Kinds } from '../core/kinds.ts'
import type { Changeable } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'
import type { Rejection } from '../files/document-outcome.ts'

export type Person = Changeable<Stripe.Person>
export type Requirements = Changeable<Stripe.Account.Requirements>

type Present =
  | 'business_profile'
  | 'capabilities'
  | 'company'
  | 'controller'
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

/** One thing that Stripe checks: an identity, an address, a document, a website. */
export interface Check {
  /** `unmatched`: no record agrees with what was given, so that a document has to prove it. */
  state: 'failed' | 'pending' | 'unmatched' | 'verified'
  /** What it will be when its time has come. */
  ends: 'failed' | 'unmatched' | 'verified'
  /** Why it fails; null when it does not. */
  outcome: Rejection | null
  /** Unix seconds. */
  dueAt: number
  /** What was looked at: other data is looked at anew. */
  basis: string
}

/** What is known of a number that is not kept: Stripe's test numbers decide how it ends. */
export type NumberKind = 'immediate' | 'match' | 'mismatch' | 'not_issued'

/** What is known of an account behind its public face. */
export interface Verification {
  /** By requirement or by `<person>.identity`, `<person>.address`. */
  checks: Record<string, Check>
  /** SHA-256 of documents that were rejected: the same bytes are never looked at twice. */
  refusedFiles: string[]
  /** How often a document was rejected, by requirement. */
  attempts: Record<string, number>
  /** By person (id) or `company`. */
  numbers: Record<string, NumberKind>
  /** When each capability was asked for, by name. */
  requested: Record<string, number>
  /** All was in order once: what is missing later has a deadline. */
  wasActive: boolean
  /** How many times more was asked for, as Stripe does when much money passes. */
  raised: number
  /** When more will be asked for (Unix seconds), and how `raised` will be then; null while nothing was announced. */
  announced: { at: number; raised: number } | null
  /** Unix seconds until which something may be missing, by requirement. */
  deadlines: Record<string, number>
  /** Only payouts stop for what is overdue. */
  payoutsOnly: boolean
  /** `legacy_payments` and the rest: files given as `documents[…]`, by kind. */
  documents: Record<string, string[]>
  /** On a sanctions list (the test birthday 1900-01-01). */
  listed: boolean
  /** `rejected.fraud` and the like, by `POST /v1/accounts/:id/reject`. */
  rejected: string | null
}

declare module '../core/kinds.ts' {
  interface Kinds {
    person: Person
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
