import { accountNeeds } from './account-needs.ts'
import { noRequirements } from './blank.ts'
import { countryRule } from './countries.ts'
import type { Account, Person, Requirements, Verification } from './kinds.ts'
import { type Need, personPrefix } from './person-needs.ts'

/** Documents that stand in for what no record agrees with, by the end of the path of the failed check. */
const STAND_INS: [suffix: string, document: string][] = [
  ['.identity', '.verification.document'],
  ['.address', '.verification.additional_document'],
  ['.tax_id', '.verification.document'],
  ['.name', '.verification.document'],
]

const WEBSITE = 'business_profile.url'

function checkPath(need: Need): string {
  return need.check ?? need.path
}

/** The document that may be given instead, for a check that failed. */
function standIn(path: string): string | null {
  const found = STAND_INS.find(([suffix]) => path.endsWith(suffix))
  return found ? `${path.slice(0, -found[0].length)}${found[1]}` : null
}

/** Whether a check failed and no good document took its place. */
function hasFailed(path: string, { checks }: Verification): boolean {
  if (checks[path]?.state !== 'failed') return false
  const document = standIn(path)
  return document === null || checks[document]?.state !== 'verified'
}

/** True when the thing has to be sent, or sent again. */
function isDue(need: Need, verification: Verification): boolean {
  return !need.given || hasFailed(checkPath(need), verification)
}

function sorted(paths: string[]): string[] {
  return [...new Set(paths)].sort()
}

/** The names under which a check that runs is told. */
function pendingNames(path: string, account: Account, persons: Person[], { checks }: Verification): string[] {
  const rule = countryRule(account.country)
  const at = path.lastIndexOf('.')
  const owner = path.slice(0, at)
  // A document that nobody asked for holds nothing up.
  const unasked = !rule?.slowChecks && path.endsWith('.verification.document')
  const identity = `${path.slice(0, -'.verification.document'.length)}.identity`
  if (unasked && checks[identity]?.state === 'verified') return []
  const parts = ['city', 'line1', 'postal_code', ...(rule?.state ? ['state'] : [])]
  if (path.endsWith('.address') && (rule?.slowChecks || owner === 'company'))
    return parts.map(part => `${path}.${part}`)
  if (path.endsWith('.address')) return [`${owner}.verification.additional_document`]
  if (!path.endsWith('.identity')) return [path]
  if (!rule?.slowChecks) return [`${owner}.verification.document`]
  const person = persons.find(each => personPrefix(account, each) === owner)
  const whole = person?.id_number_provided ? [`${owner}.verification.document`] : []
  return [`${owner}.id_number`, ...whole]
}

function pendingOf(account: Account, persons: Person[], verification: Verification): string[] {
  const pending = Object.entries(verification.checks).filter(([, check]) => check.state === 'pending')
  return sorted(pending.flatMap(([path]) => pendingNames(path, account, persons, verification)))
}

function disabledReason(requirements: Requirements, verification: Verification): string | null {
  if (verification.rejected) return verification.rejected
  if (verification.listed) return 'listed'
  if (requirements.past_due?.length) return 'requirements.past_due'
  const pending = requirements.pending_verification?.length && !verification.wasActive
  return pending ? 'requirements.pending_verification' : null
}

function errorsOf(needs: Need[], verification: Verification): NonNullable<Requirements['errors']> {
  const errors = needs.flatMap(need => {
    const { outcome } = verification.checks[checkPath(need)] ?? {}
    if (!outcome || need.later || !hasFailed(checkPath(need), verification)) return []
    return [{ ...outcome, requirement: need.path }]
  })
  return errors.sort((a, b) => (a.requirement < b.requirement ? -1 : 1)) as NonNullable<
    Requirements['errors']
  >
}

/** What may be given instead: words for a website that is missing, a document for what could not be matched. */
function alternativesOf(due: Need[], verification: Verification): NonNullable<Requirements['alternatives']> {
  const instead = (given: string, of: string) => ({
    alternative_fields_due: [given],
    original_fields_due: [of],
  })
  return due.flatMap(need => {
    if (need.later) return []
    if (need.path === WEBSITE && !need.given)
      return [instead('business_profile.product_description', WEBSITE)]
    const document = hasFailed(checkPath(need), verification) ? standIn(checkPath(need)) : null
    return document ? [instead(document, need.path)] : []
  })
}

/** What is wanted of an account now, from what was given and what was checked. `now` is Unix seconds. */
export function requirementsOf(
  account: Account,
  persons: Person[],
  verification: Verification,
  now: number,
): Requirements {
  const needs = accountNeeds(account, persons, verification)
  const due = needs.filter(need => isDue(need, verification))
  const current = sorted(due.filter(need => !need.later).map(need => need.path))
  const { deadlines } = verification
  const ahead = current.flatMap(path => (deadlines[path] && deadlines[path] > now ? [deadlines[path]] : []))
  const requirements: Requirements = {
    ...noRequirements(),
    alternatives: alternativesOf(due, verification),
    current_deadline: ahead.length > 0 ? Math.min(...ahead) : null,
    currently_due: current,
    eventually_due: sorted(due.map(need => need.path)),
    // An account is opened without anything: what it lacks is overdue from the first day.
    past_due: current.filter(path => !(deadlines[path] && deadlines[path] > now)),
    errors: errorsOf(needs, verification),
    pending_verification: pendingOf(account, persons, verification),
  }
  requirements.disabled_reason = disabledReason(requirements, verification) as Requirements['disabled_reason']
  return requirements
}

/** How many raises it takes until something more is due: an account may have given what the first would ask for. */
export function stepsToMore(
  account: Account,
  persons: Person[],
  verification: Verification,
  now: number,
): number {
  const due = (raised: number) =>
    requirementsOf(account, persons, { ...verification, raised }, now).currently_due?.length
  const { raised } = verification
  return due(raised) === due(raised + 1) && due(raised) !== due(raised + 2) ? 2 : 1
}

/**
 * What will be asked: all that is wanted under the rules that were announced, by the day on which they come into force.
 * Without an announcement, in the United States, the whole number where the last four digits were given.
 */
export function futureRequirementsOf(
  account: Account,
  persons: Person[],
  verification: Verification,
  now: number,
): Requirements {
  const { announced } = verification
  if (!announced) return wholeNumberOneDay(account, persons)
  const { at, raised } = announced
  const future = requirementsOf(account, persons, { ...verification, raised }, now)
  const overdue = account.requirements.past_due ?? []
  return {
    ...future,
    current_deadline: at,
    disabled_reason: null,
    past_due: (future.past_due ?? []).filter(path => overdue.includes(path)),
  }
}

function wholeNumberOneDay(account: Account, persons: Person[]): Requirements {
  const future = noRequirements()
  if (countryRule(account.country)?.idNumber !== 'ssn' || account.business_type !== 'individual')
    return future
  const partly = persons.some(person => person.ssn_last_4_provided && !person.id_number_provided)
  return partly ? { ...future, eventually_due: ['individual.id_number'] } : future
}

/** The part of an account's requirements that is about one person, named as on the person itself. */
export function ofPerson(all: Requirements, prefix: string): NonNullable<Person['requirements']> {
  const mine = (path: string) => path.startsWith(`${prefix}.`)
  const short = (path: string) => path.slice(prefix.length + 1)
  const own = (paths: string[] | null) => (paths ?? []).filter(mine).map(short)
  const errors = (all.errors ?? []).filter(error => mine(error.requirement))
  return {
    alternatives: (all.alternatives ?? [])
      .filter(pair => pair.original_fields_due.some(mine))
      .map(pair => ({
        alternative_fields_due: own(pair.alternative_fields_due),
        original_fields_due: own(pair.original_fields_due),
      })),
    currently_due: own(all.currently_due),
    errors: errors.map(error => ({ ...error, requirement: short(error.requirement) })),
    eventually_due: own(all.eventually_due),
    past_due: own(all.past_due),
    pending_verification: own(all.pending_verification),
  } as NonNullable<Person['requirements']>
}
