import type { Due } from '../core/kinds.ts'
import { schedule } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import type { Rejection } from '../files/document-outcome.ts'
import { personPrefix } from './account-needs.ts'
import { type Account, type Check, editVerification, type Person } from './kinds.ts'
import { personsOf, refreshAccount } from './refresh.ts'

const DEFAULT_SECONDS = 3
const TASK = 'account_verification'

/** How long Stripe takes to look at something, in seconds of the virtual clock (EMULATOR_VERIFY_SECONDS). */
function verificationSeconds(): number {
  const set = Number(process.env.EMULATOR_VERIFY_SECONDS)
  return process.env.EMULATOR_VERIFY_SECONDS && Number.isFinite(set) && set >= 0 ? set : DEFAULT_SECONDS
}

/** The test birthday with which everything is checked at once: 1902-01-01. */
function isImmediate(person: Person): boolean {
  return person.dob?.year === 1902 && person.dob.month === 1 && person.dob.day === 1
}

/** Has Stripe look at something of a person; the answer comes when its time has passed. */
export function startCheck(tx: Tx, person: Person, path: string, outcome: Rejection | null): void {
  const seconds = isImmediate(person) ? 0 : Math.ceil(verificationSeconds())
  const verification = editVerification(tx, person.account)
  const check: Check = { state: 'pending', outcome, dueAt: tx.now + seconds }
  verification.checks[path] = check
  if (seconds === 0) settle(tx, person, path, check)
  else schedule(tx, { at: check.dueAt, task: TASK, ref: person.account, account: person.account })
}

function settle(tx: Tx, person: Person, path: string, check: Check): void {
  check.state = check.outcome ? 'failed' : 'verified'
  if (!check.outcome || !person.verification) return
  const kind = path.endsWith('.verification.document')
    ? 'document'
    : path.endsWith('.verification.additional_document')
      ? 'additional_document'
      : null
  if (!kind) return
  const document = person.verification[kind]
  const verification = editVerification(tx, person.account)
  for (const id of [document?.front, document?.back]) {
    const facts = id ? tx.find('_file_facts', id) : undefined
    if (facts) verification.refusedFiles.push(facts.sha256)
  }
  Object.assign(person.verification, {
    [kind]: {
      back: null,
      details: check.outcome.reason,
      details_code: check.outcome.code.replace(/^verification_/, ''),
      front: null,
    },
  })
}

/** What happens when the time of checks has passed. */
function finishChecks(tx: Tx, due: Due): void {
  const account = tx.find('account', due.ref) as Account | undefined
  if (!account) return
  const verification = editVerification(tx, due.ref)
  const persons = personsOf(tx, due.ref).map(person => tx.edit('person', person.id))
  for (const [path, check] of Object.entries(verification.checks)) {
    if (check.state !== 'pending' || check.dueAt > tx.now) continue
    const person = persons.find(each => path.startsWith(`${personPrefix(account, each)}.`))
    if (person) settle(tx, person, path, check)
  }
  refreshAccount(tx, due.ref)
}

export const VERIFICATION_TASKS = { [TASK]: finishChecks }
