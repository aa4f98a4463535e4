import type { Kind, Kinds } from '../core/kinds.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { personPrefix } from './account-needs.ts'
import { capabilityObject } from './capability.ts'
import { type Account, editAccount, editVerification, type Person, type Verification } from './kinds.ts'
import { personRequirements, personStatus, requirementsOf } from './requirements.ts'

function changed<K extends Kind>(tx: Tx, kind: K, id: string, now: Kinds[K]): boolean {
  return JSON.stringify(tx.before(kind, id)) !== JSON.stringify(now)
}

/** The persons of an account, oldest first. */
export function personsOf(tx: Tx, accountId: string): Person[] {
  return [...tx.list('person', accountId)].reverse()
}

/** Whether charges may be made: once everything was in order, a bank account that went missing only stops payouts. */
function isInOrder(account: Account, verification: Verification): boolean {
  const { currently_due: due, pending_verification: pending } = account.requirements
  if (verification.listed || verification.rejected) return false
  const blocking = (due ?? []).filter(path => !(verification.wasActive && path === 'external_account'))
  return blocking.length === 0 && (pending ?? []).length === 0
}

function capabilityStatus(account: Account, inOrder: boolean): 'active' | 'inactive' | 'pending' {
  if (inOrder) return 'active'
  return account.requirements.currently_due?.length || account.requirements.disabled_reason === 'listed'
    ? 'inactive'
    : 'pending'
}

function settleCapabilities(tx: Tx, account: Account, verification: Verification): void {
  const before = (tx.before('account', account.id) as Account | undefined)?.capabilities ?? {}
  const inOrder = isInOrder(account, verification)
  if (inOrder) verification.wasActive = true
  const status = capabilityStatus(account, inOrder)
  account.capabilities = {}
  for (const name of Object.keys(verification.requested))
    Object.assign(account.capabilities, { [name]: status })
  const { card_payments: cards, transfers } = account.capabilities
  account.charges_enabled = cards === 'active'
  account.payouts_enabled =
    (transfers === 'active' || cards === 'active') && account.external_accounts.data.length > 0
  account.details_submitted ||= (account.requirements.currently_due ?? []).length === 0
  for (const name of Object.keys({ ...before, ...account.capabilities })) {
    const was = (before as Record<string, string>)[name]
    const is = (account.capabilities as Record<string, string>)[name]
    if (was !== is) emit(tx, 'capability.updated', capabilityObject(account, verification, name), account.id)
  }
}

/**
 * Works out everything about an account that follows from other things — requirements, statuses, capabilities,
 * what is enabled — and tells of what changed. Every handler and task that touches an account ends with it.
 */
export function refreshAccount(tx: Tx, accountId: string): Account {
  const account = editAccount(tx, accountId)
  const verification = editVerification(tx, accountId)
  const persons = personsOf(tx, accountId).map(person => tx.edit('person', person.id))
  account.external_accounts.data = [...tx.list('bank_account', accountId)].map(bank => structuredClone(bank))
  account.requirements = requirementsOf(account, persons, verification)
  for (const person of persons) {
    person.requirements = personRequirements(account, person)
    const status = personStatus(personPrefix(account, person), verification)
    if (person.verification) person.verification.status = status
  }
  if (account.business_type === 'individual' && persons[0]) account.individual = structuredClone(persons[0])
  else delete account.individual
  settleCapabilities(tx, account, verification)
  for (const person of persons) {
    const type = tx.before('person', person.id) ? 'person.updated' : 'person.created'
    if (changed(tx, 'person', person.id, person)) emit(tx, type, person, accountId)
  }
  if (changed(tx, 'account', accountId, account)) emit(tx, 'account.updated', account, accountId)
  return account
}
