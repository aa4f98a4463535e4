/** Personal details to send. Only what is named is sent: Stripe refuses changes to what it has verified. */
export type PersonChanges = {
  firstName?: string
  lastName?: string
  email?: string
  phone?: string
  dob?: { day: number; month: number; year: number }
  address?: {
    line1: string
    line2: string
    city: string
    state: string
    postalCode: string
    country: string
  }
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
    address: address && {
      line1: address.line1,
      line2: address.line2 || undefined,
      city: address.city,
      state: address.state || undefined,
      postal_code: address.postalCode,
      country: address.country,
    },
    id_number: changes.idNumber,
    ssn_last_4: changes.ssnLast4,
  }
}
