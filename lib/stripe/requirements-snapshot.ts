import type Stripe from 'stripe'
import type { CompanyPersonSnapshot } from './person-snapshot.ts'

/**
 * Stripe's requirements hash in our shape. Names such as `individual.dob.day`. Of a company, whoever represents it is written
 * `representative`, and others are `person_…`.
 */
export type RequirementsSnapshot = {
  currentlyDue: string[]
  pastDue: string[]
  eventuallyDue: string[]
  pendingVerification: string[]
  errors: { requirement: string; code: string }[]
  /** What would do instead of what is asked for. */
  alternatives: { instead: string[]; of: string[] }[]
  /** Unix seconds: when payouts or charges stop if nothing is given. */
  deadlineAt: number | null
  disabledReason: string | null
  /** Announced for later: due only from its own deadline on. */
  future: { currentlyDue: string[]; deadlineAt: number | null }
}

type OwnName = (requirement: string) => string

/** How a person is called in the requirements of an account: by their part in it rather than by their id. */
function ownNameIn(account: Stripe.Account, people: CompanyPersonSnapshot[]): OwnName {
  if (account.business_type !== 'company') {
    return requirement => requirement.replace(/^person_[^.]+\./, 'individual.')
  }
  const representative = people.find(person => person.roles.representative)?.stripePersonId
  return requirement =>
    representative && requirement.startsWith(`${representative}.`)
      ? `representative${requirement.slice(representative.length)}`
      : requirement
}

/** What Stripe wants of an account, with people called as we call them. */
export function reshapeRequirements(
  account: Stripe.Account,
  people: CompanyPersonSnapshot[],
): RequirementsSnapshot {
  const ownName = ownNameIn(account, people)
  const names = (list: string[] | null | undefined) => [...new Set((list ?? []).map(ownName))]
  const now = account.requirements
  const later = account.future_requirements
  return {
    currentlyDue: names(now?.currently_due),
    pastDue: names(now?.past_due),
    eventuallyDue: names(now?.eventually_due),
    pendingVerification: names(now?.pending_verification),
    errors: (now?.errors ?? []).map(({ requirement, code }) => ({ requirement: ownName(requirement), code })),
    alternatives: (now?.alternatives ?? []).map(pair => ({
      instead: names(pair.alternative_fields_due),
      of: names(pair.original_fields_due),
    })),
    deadlineAt: now?.current_deadline ?? null,
    disabledReason: now?.disabled_reason ?? null,
    future: { currentlyDue: names(later?.currently_due), deadlineAt: later?.current_deadline ?? null },
  }
}
