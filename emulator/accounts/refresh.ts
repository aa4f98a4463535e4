import { DAY } from '../core/clock.ts'
import type { Kind, Kinds } from '../core/kinds.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { planPayouts } from '../payouts/plan.ts'
import { capabilityObject, capabilityStatus } from './capability.ts'
import { movesMoney } from './capability-names.ts'
import { scheduleDeadline } from './checks.ts'
import { lookAtKeyed } from './keyed-checks.ts'
import { type Account, editAccount, editVerification, type Person, type Verification } from './kinds.ts'
import { personPrefix } from './person-needs.ts'
import { personsOf } from './persons.ts'
import { futureRequirementsOf, ofPerson, requirementsOf } from './requirements.ts'

/** How long an account that works has for what is asked of it anew. */
const GRACE = 14 * DAY

function changed<K extends Kind>(tx: Tx, kind: K, id: string, now: Kinds[K]): boolean {
  return JSON.stringify(tx.before(kind, id)) !== JSON.stringify(now)
}

/** Gives what is newly asked of an account that works a deadline, and forgets deadlines that were met. */
function settleDeadlines(tx: Tx, account: Account, verification: Verification): boolean {
  const due = account.requirements.currently_due ?? []
  const { deadlines } = verification
  for (const path of Object.keys(deadlines)) if (!due.includes(path)) delete deadlines[path]
  if (!verification.wasActive) return false
  let isNew = false
  for (const path of due) {
    if (deadlines[path] !== undefined || path === 'external_account') continue
    deadlines[path] = tx.now + GRACE
    scheduleDeadline(tx, account.id, tx.now + GRACE)
    isNew = true
  }
  return isNew
}

function settleRequirements(tx: Tx, account: Account, persons: Person[], verification: Verification): void {
  account.requirements = requirementsOf(account, persons, verification, tx.now)
  if (settleDeadlines(tx, account, verification))
    account.requirements = requirementsOf(account, persons, verification, tx.now)
  account.future_requirements = futureRequirementsOf(account, persons, verification, tx.now)
  for (const person of persons) {
    const prefix = personPrefix(account, person)
    person.requirements = ofPerson(account.requirements, prefix)
    person.future_requirements = ofPerson(account.future_requirements, prefix)
    if (person.verification) person.verification.status = personStatus(person, prefix, verification)
  }
}

/** Whether Stripe believes that a person is who they say. What was only keyed in stays `pending`, as at Stripe. */
function personStatus(
  { requirements }: Person,
  prefix: string,
  { checks }: Verification,
): 'pending' | 'unverified' | 'verified' {
  const document = checks[`${prefix}.verification.document`]?.state
  const asked = requirements?.eventually_due ?? []
  if (document === 'verified' && asked.length === 0 && !requirements?.pending_verification.length)
    return 'verified'
  const identity = checks[`${prefix}.identity`]
  const unproved = asked.some(path => path.startsWith('verification.'))
  return identity && !unproved && identity.state !== 'failed' ? 'pending' : 'unverified'
}

function settleCapabilities(account: Account, verification: Verification): void {
  account.capabilities = {}
  for (const name of Object.keys(verification.requested).sort())
    Object.assign(account.capabilities, { [name]: capabilityStatus(account, verification, name) })
  const statuses = Object.entries(account.capabilities as Record<string, string>)
  const active = statuses.some(([name, status]) => movesMoney(name) && status === 'active')
  if (active) verification.wasActive = true
  const { past_due: overdue, disabled_reason: reason } = account.requirements
  account.charges_enabled = active
  account.payouts_enabled = active && !overdue?.length && reason === null
  account.details_submitted ||= (account.requirements.currently_due ?? []).length === 0
}

function tellCapabilities(tx: Tx, account: Account, verification: Verification): void {
  const before = (tx.before('account', account.id) as Account | undefined)?.capabilities ?? {}
  for (const name of Object.keys({ ...before, ...account.capabilities })) {
    const was = (before as Record<string, string>)[name]
    const is = (account.capabilities as Record<string, string>)[name]
    if (was !== is) emit(tx, 'capability.updated', capabilityObject(account, verification, name), account.id)
  }
}

/** A sole trader's company is the trader: it shows what is known of the person. */
function mirrorIndividual(account: Account, person: Person | undefined): void {
  if (account.business_type !== 'individual' || !person) {
    delete account.individual
    return
  }
  const { additional_tos_acceptances: _terms, ...individual } = structuredClone(person)
  account.individual = individual as Person
  const { company } = account
  if (person.address) company.address = structuredClone(person.address)
  if (person.phone) company.phone = person.phone
  Object.assign(company, { directors_provided: true, executives_provided: true, owners_provided: true })
}

/**
 * Works out everything about an account that follows from other things — requirements, statuses, capabilities,
 * what is enabled — and tells of what changed. Every handler and task that touches an account ends with it.
 */
export function refreshAccount(tx: Tx, accountId: string): Account {
  const account = editAccount(tx, accountId)
  const persons = personsOf(tx, accountId).map(person => tx.edit('person', person.id))
  lookAtKeyed(tx, account, persons)
  const verification = editVerification(tx, accountId)
  account.external_accounts.data = [...tx.list('bank_account', accountId)].map(
    bank => structuredClone(bank) as Account['external_accounts']['data'][number],
  )
  settleRequirements(tx, account, persons, verification)
  settleCapabilities(account, verification)
  mirrorIndividual(account, persons[0])
  tellCapabilities(tx, account, verification)
  for (const person of persons) {
    const type = tx.before('person', person.id) ? 'person.updated' : 'person.created'
    if (changed(tx, 'person', person.id, person)) emit(tx, type, person, accountId)
  }
  if (changed(tx, 'account', accountId, account)) emit(tx, 'account.updated', account, accountId)
  planPayouts(tx, accountId)
  return account
}
