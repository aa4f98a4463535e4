import { accountNeeds, personPrefix } from './account-needs.ts'
import { noRequirements } from './blank.ts'
import type { Account, Person, Requirements, Verification } from './kinds.ts'
import type { Need } from './person-needs.ts'

function checkOf(need: Need, verification: Verification) {
  return verification.checks[need.check ?? need.path]
}

/** True when the thing has to be sent, or sent again. */
function isDue(need: Need, verification: Verification): boolean {
  return !need.given || checkOf(need, verification)?.state === 'failed'
}

function disabledReason(requirements: Requirements, verification: Verification): string | null {
  if (verification.rejected) return verification.rejected
  if (verification.listed) return 'listed'
  if (requirements.past_due?.length) return 'requirements.past_due'
  return requirements.pending_verification?.length ? 'requirements.pending_verification' : null
}

/** What is wanted of an account now, from what was given and what was checked. */
export function requirementsOf(
  account: Account,
  persons: Person[],
  verification: Verification,
): Requirements {
  const needs = accountNeeds(account, persons)
  const due = needs.filter(need => isDue(need, verification))
  const current = due.filter(need => !need.later).map(need => need.path)
  const requirements: Requirements = {
    ...noRequirements(),
    currently_due: current,
    eventually_due: due.map(need => need.path),
    // An account is opened without anything: what it lacks is overdue from the first day.
    past_due: [...current],
    errors: needs.flatMap(need => {
      const check = checkOf(need, verification)
      if (check?.state !== 'failed' || !check.outcome) return []
      return [{ ...check.outcome, requirement: need.path }] as NonNullable<Requirements['errors']>
    }),
    pending_verification: pendingOf(needs, verification),
  }
  requirements.disabled_reason = disabledReason(requirements, verification) as Requirements['disabled_reason']
  return requirements
}

function pendingOf(needs: Need[], verification: Verification): string[] {
  const pending = Object.entries(verification.checks).filter(([, check]) => check.state === 'pending')
  // A check may be of something that is not demanded in that country: it is told all the same.
  const named = new Map(needs.map(need => [need.check ?? need.path, need.path]))
  return pending.map(([path]) => named.get(path) ?? path).sort()
}

/** The part of an account's requirements that is about one person, named as on the person itself. */
export function personRequirements(account: Account, person: Person): NonNullable<Person['requirements']> {
  const prefix = `${personPrefix(account, person)}.`
  const own = (paths: string[] | null) =>
    (paths ?? []).filter(path => path.startsWith(prefix)).map(path => path.slice(prefix.length))
  const { requirements } = account
  const errors = (requirements.errors ?? []).filter(error => error.requirement.startsWith(prefix))
  return {
    alternatives: [],
    currently_due: own(requirements.currently_due),
    errors: errors.map(error => ({ ...error, requirement: error.requirement.slice(prefix.length) })),
    eventually_due: own(requirements.eventually_due),
    past_due: own(requirements.past_due),
    pending_verification: own(requirements.pending_verification),
  } as NonNullable<Person['requirements']>
}

/** Whether Stripe believes that a person is who they say: both documents were looked at and are good. */
export function personStatus(
  prefix: string,
  verification: Verification,
): 'pending' | 'unverified' | 'verified' {
  const own = Object.entries(verification.checks).filter(([path]) => path.startsWith(`${prefix}.`))
  const stateOf = (name: string) => verification.checks[`${prefix}.verification.${name}`]?.state
  const documents = [stateOf('document'), stateOf('additional_document')]
  if (own.some(([, check]) => check.state === 'pending')) return 'pending'
  const good =
    documents.every(state => state === 'verified') && own.every(([, check]) => check.state === 'verified')
  return good ? 'verified' : 'unverified'
}
