import type { PersonChanges } from '../stripe/person-params.ts'
import type { PersonSnapshot } from '../stripe/person-snapshot.ts'
import { needsState, type SubmitDetailsInput } from './details-input.ts'

type Address = NonNullable<PersonChanges['address']>
type HeldAddress = Pick<PersonSnapshot, 'line1' | 'line2' | 'city' | 'state' | 'postalCode'>

/** Whether it is the same number: Stripe writes phone numbers its own way, so that only the digits count. */
export function samePhone(held: string | null, typed: string): boolean {
  const digits = (number: string) => number.replace(/\D/g, '')
  return held !== null && digits(held).endsWith(digits(typed).replace(/^0+(?=\d{7})/, ''))
}

/** Whether Stripe holds this very address. */
export function sameAddress(held: HeldAddress, typed: Address): boolean {
  const parts = ['line1', 'line2', 'city', 'state', 'postalCode'] as const
  return parts.every(part => (held[part] ?? '') === typed[part])
}

function sameDob(held: PersonSnapshot['dob'], typed: NonNullable<PersonChanges['dob']>): boolean {
  return held?.day === typed.day && held.month === typed.month && held.year === typed.year
}

/**
 * What of the form is not at Stripe yet. Sending verified details again is refused, so only the difference is sent; and a
 * phone number or an address that was left empty is none.
 */
export function changesOf(
  held: PersonSnapshot | null,
  input: SubmitDetailsInput,
  country: string,
): PersonChanges {
  const dob = { day: input.dobDay, month: input.dobMonth, year: input.dobYear }
  const { line1, line2, city, state, postalCode } = input
  const address = { line1, line2, city, state: needsState(country) ? state : '', postalCode, country }
  const changes: PersonChanges = {}
  if (held?.firstName !== input.firstName) changes.firstName = input.firstName
  if (held?.lastName !== input.lastName) changes.lastName = input.lastName
  if (held?.email !== input.email) changes.email = input.email
  if (input.phone && !samePhone(held?.phone ?? null, input.phone)) changes.phone = input.phone
  if (!sameDob(held?.dob ?? null, dob)) changes.dob = dob
  if (line1 && !(held && sameAddress(held, address))) changes.address = address
  if (input.idNumber) changes.idNumber = input.idNumber
  if (input.ssnLast4) changes.ssnLast4 = input.ssnLast4
  return changes
}
