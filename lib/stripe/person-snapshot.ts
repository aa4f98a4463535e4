import type Stripe from 'stripe'

/** What Stripe holds of a person. Never stored by us. */
export type PersonSnapshot = {
  firstName: string | null
  lastName: string | null
  email: string | null
  phone: string | null
  dob: { day: number; month: number; year: number } | null
  line1: string | null
  line2: string | null
  city: string | null
  state: string | null
  postalCode: string | null
  idNumberProvided: boolean
  ssnLast4Provided: boolean
}

export const COMPANY_ROLES = ['representative', 'owner', 'director', 'executive'] as const
export type CompanyRole = (typeof COMPANY_ROLES)[number]

/** Somebody whom a company has named. */
export type CompanyPersonSnapshot = {
  stripePersonId: string
  /** Our row, where the person was made by us. */
  personId: string | null
  roles: Record<CompanyRole, boolean>
  title: string | null
  percentOwnership: number | null
  details: PersonSnapshot
}

function reshapeDob(dob: Stripe.Person['dob']): PersonSnapshot['dob'] {
  return dob?.day && dob.month && dob.year ? { day: dob.day, month: dob.month, year: dob.year } : null
}

/** A person without their part in anything. */
export function reshapePerson(person: Stripe.Person): PersonSnapshot {
  return {
    firstName: person.first_name ?? null,
    lastName: person.last_name ?? null,
    email: person.email ?? null,
    phone: person.phone ?? null,
    dob: reshapeDob(person.dob),
    line1: person.address?.line1 ?? null,
    line2: person.address?.line2 ?? null,
    city: person.address?.city ?? null,
    state: person.address?.state ?? null,
    postalCode: person.address?.postal_code ?? null,
    idNumberProvided: person.id_number_provided ?? false,
    ssnLast4Provided: person.ssn_last_4_provided ?? false,
  }
}

/** A person of a company. https://docs.stripe.com/api/persons/object */
export function reshapeCompanyPerson(person: Stripe.Person): CompanyPersonSnapshot {
  const { relationship } = person
  return {
    stripePersonId: person.id,
    personId: person.metadata?.person_id ?? null,
    roles: {
      representative: relationship?.representative ?? false,
      owner: relationship?.owner ?? false,
      director: relationship?.director ?? false,
      executive: relationship?.executive ?? false,
    },
    title: relationship?.title ?? null,
    percentOwnership: relationship?.percent_ownership ?? null,
    details: reshapePerson(person),
  }
}
