import { countryRule } from './countries.ts'
import type { Person } from './kinds.ts'

/** One thing that Stripe wants of a person. `path` is without the person's own prefix. */
export interface Need {
  path: string
  given: boolean
  /** Only `eventually_due`: nothing stops for want of it. */
  later?: boolean
  /** The path under which it is checked, when that is another one. */
  check?: string
}

/**
 * What Stripe wants of a natural person in a country. Both documents are wanted at once: the identity document
 * and a second one (docs.stripe.com/connect/required-verification-information, older accounts).
 */
export function personNeeds(person: Person, country: string): Need[] {
  const { address, dob, verification } = person
  const rule = countryRule(country)
  const needs: Need[] = [
    { path: 'address.city', given: Boolean(address?.city) },
    { path: 'address.line1', given: Boolean(address?.line1) },
    { path: 'address.postal_code', given: Boolean(address?.postal_code) },
    ...(rule?.state ? [{ path: 'address.state', given: Boolean(address?.state) }] : []),
    { path: 'dob.day', given: Boolean(dob?.day) },
    { path: 'dob.month', given: Boolean(dob?.month) },
    { path: 'dob.year', given: Boolean(dob?.year) },
    { path: 'email', given: Boolean(person.email) },
    { path: 'first_name', given: Boolean(person.first_name) },
    { path: 'last_name', given: Boolean(person.last_name) },
    { path: 'phone', given: Boolean(person.phone) },
  ]
  const numbered = person.id_number_provided === true
  if (rule?.idNumber === 'ssn') {
    const given = numbered || person.ssn_last_4_provided === true
    needs.push({ path: 'ssn_last_4', given, check: 'id_number' })
  }
  if (rule?.idNumber === 'later') needs.push({ path: 'id_number', given: numbered, later: true })
  needs.push(
    { path: 'verification.additional_document', given: Boolean(verification?.additional_document?.front) },
    { path: 'verification.document', given: Boolean(verification?.document?.front) },
  )
  return needs
}
