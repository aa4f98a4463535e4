import { schedule } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import type { Rejection } from '../files/document-outcome.ts'
import { type Check, editAccount, editVerification } from './kinds.ts'
import { personPrefix } from './person-needs.ts'
import { personsOf } from './persons.ts'

const DEFAULT_SECONDS = 3
/** The name of the task that finishes checks (`verification-task.ts`). */
export const VERIFICATION_TASK = 'account_verification'

/** What a check will end in. */
export interface Verdict {
  ends: Check['ends']
  outcome: Rejection | null
  /** What is looked at; nothing happens when the same was looked at before. */
  basis: string
  /** The answer is there at once. */
  immediate: boolean
}

/** How long Stripe takes to look at something, in seconds of the virtual clock (EMULATOR_VERIFY_SECONDS). */
function verificationSeconds(): number {
  const set = Number(process.env.EMULATOR_VERIFY_SECONDS)
  return process.env.EMULATOR_VERIFY_SECONDS && Number.isFinite(set) && set >= 0 ? set : DEFAULT_SECONDS
}

/** Has Stripe look at something; the answer comes when its time has passed. */
export function look(tx: Tx, accountId: string, path: string, verdict: Verdict): void {
  const { ends, outcome, basis, immediate } = verdict
  const { checks } = editVerification(tx, accountId)
  if (checks[path]?.basis === basis) return
  const seconds = immediate ? 0 : Math.ceil(verificationSeconds())
  checks[path] = { state: 'pending', ends, outcome, dueAt: tx.now + seconds, basis }
  if (seconds === 0) settle(tx, accountId, path)
  else schedule(tx, { at: tx.now + seconds, task: VERIFICATION_TASK, ref: accountId, account: accountId })
}

/** Where the documents of a requirement are kept, with the kind of it: a person's, or the company's. */
function holderOf(tx: Tx, accountId: string, path: string) {
  const at = path.lastIndexOf('.verification.')
  if (at < 0) return null
  const kind = path.slice(at + '.verification.'.length) as 'additional_document' | 'document'
  const prefix = path.slice(0, at)
  const account = editAccount(tx, accountId)
  if (prefix === 'company') return { holder: account.company.verification, kind }
  const person = personsOf(tx, accountId).find(each => personPrefix(account, each) === prefix)
  return person ? { holder: tx.edit('person', person.id).verification, kind } : null
}

/** The answer of a check is there. */
export function settle(tx: Tx, accountId: string, path: string): void {
  const verification = editVerification(tx, accountId)
  const check = verification.checks[path]
  if (!check) return
  check.state = check.ends
  if (check.state !== 'failed' || !check.outcome) return
  if (path.startsWith('documents.')) verification.documents[path.split('.')[1] ?? ''] = []
  const found = holderOf(tx, accountId, path)
  if (!found?.holder) return
  const document = (found.holder as Record<string, { front?: unknown; back?: unknown } | null>)[found.kind]
  verification.attempts[path] = (verification.attempts[path] ?? 0) + 1
  for (const id of [document?.front, document?.back]) {
    const facts = typeof id === 'string' ? tx.find('_file_facts', id) : undefined
    if (facts) verification.refusedFiles.push(facts.sha256)
  }
  Object.assign(found.holder, {
    [found.kind]: {
      back: null,
      details: check.outcome.reason,
      details_code: check.outcome.code.replace(/^verification_/, ''),
      front: null,
    },
  })
}

/** Lets requirements be worked out again when a deadline passes. */
export function scheduleDeadline(tx: Tx, accountId: string, at: number): void {
  schedule(tx, { at, task: VERIFICATION_TASK, ref: accountId, account: accountId })
}
