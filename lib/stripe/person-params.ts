/** An address to send, whole. */
export type AddressChanges = {
  line1: string
  line2: string
  city: string
  state: string
  postalCode: string
  country: string
}

/** As Stripe takes it: what is empty is left out. */
export function addressParams({ line1, line2, city, state, postalCode, country }: AddressChanges) {
  const optional = { line2: line2 || undefined, state: state || undefined }
  return { line1, city, postal_code: postalCode, country, ...optional }
}

/** Personal details to send. Only what is named is sent: Stripe refuses changes to what it has verified. */
export type PersonChanges = {
  firstName?: string
  lastName?: string
  email?: string
  phone?: string
  dob?: { day: number; month: number; year: number }
  address?: AddressChanges
  idNumber?: string
  ssnLast4?: string
}

/** As Stripe takes them of an individual and of a person of a company alike. */
export function personParams(changes: PersonChanges) {
  const { address } = changes
  return {
    first_name: changes.firstName,
    last_name: changes.lastName,
    email: changes.email,
    phone: changes.phone,
    dob: changes.dob,
    address: address && addressParams(address),
    id_number: changes.idNumber,
    ssn_last_4: changes.ssnLast4,
  }
}
