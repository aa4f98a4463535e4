import type Stripe from 'stripe'

/** Stripe's requirements hash in our shape. Names such as `individual.dob.day`; `person_…` is written `individual`. */
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

/** How far Stripe's check of the person is. Codes are Stripe's; a file id says that a document is attached. */
export type VerificationSnapshot = {
  status: 'unverified' | 'pending' | 'verified'
  detailsCode: string | null
  identity: { front: string | null; back: string | null; detailsCode: string | null }
  additional: { front: string | null; back: string | null; detailsCode: string | null }
}

/** What Stripe holds of the contractor as a person. Never stored by us. */
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

/** When Stripe pays an account out by itself, in Stripe's words. Of several days, the first. */
export type ScheduleSnapshot = { interval: string; weekday: string | null; monthDay: number | null }

export type AccountSnapshot = {
  accountId: string
  country: string
  defaultCurrency: string
  chargesEnabled: boolean
  payoutsEnabled: boolean
  detailsSubmitted: boolean
  cardPaymentsStatus: string
  transfersStatus: string
  termsAcceptedAt: Date | null
  requirements: RequirementsSnapshot
  verification: VerificationSnapshot
  person: PersonSnapshot | null
  bank: { name: string | null; last4: string; currency: string; status: string } | null
  payoutSchedule: ScheduleSnapshot
}

function ownName(requirement: string): string {
  return requirement.replace(/^person_[^.]+\./, 'individual.')
}

function names(list: string[] | null | undefined): string[] {
  return [...new Set((list ?? []).map(ownName))]
}

function reshapeRequirements(account: Stripe.Account): RequirementsSnapshot {
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

function fileId(file: string | { id: string } | null | undefined): string | null {
  return typeof file === 'string' ? file : (file?.id ?? null)
}

function reshapeVerification(person: Stripe.Person | undefined): VerificationSnapshot {
  const verification = person?.verification
  const status = verification?.status
  const document = (given: Stripe.Person.Verification.Document | null | undefined) => ({
    front: fileId(given?.front),
    back: fileId(given?.back),
    detailsCode: given?.details_code ?? null,
  })
  return {
    status: status === 'verified' || status === 'pending' ? status : 'unverified',
    detailsCode: verification?.details_code ?? null,
    identity: document(verification?.document),
    additional: document(verification?.additional_document),
  }
}

function reshapeDob(dob: Stripe.Person['dob']): PersonSnapshot['dob'] {
  return dob?.day && dob.month && dob.year ? { day: dob.day, month: dob.month, year: dob.year } : null
}

function reshapePerson(person: Stripe.Person | undefined): PersonSnapshot | null {
  if (!person) return null
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

function reshapeBank(account: Stripe.Account): AccountSnapshot['bank'] {
  const banks = (account.external_accounts?.data ?? []).flatMap(external =>
    external.object === 'bank_account' ? [external] : [],
  )
  const bank = banks.find(candidate => candidate.default_for_currency) ?? banks[0]
  if (!bank) return null
  return { name: bank.bank_name, last4: bank.last4, currency: bank.currency, status: bank.status }
}

function reshapeSchedule(account: Stripe.Account): ScheduleSnapshot {
  const schedule = account.settings?.payouts?.schedule
  return {
    interval: schedule?.interval ?? 'manual',
    weekday: schedule?.weekly_anchor ?? null,
    monthDay: schedule?.monthly_anchor ?? null,
  }
}

/** A Stripe account in our shape. https://docs.stripe.com/api/accounts/object */
export function reshapeAccount(account: Stripe.Account): AccountSnapshot {
  return {
    accountId: account.id,
    country: account.country ?? '',
    defaultCurrency: account.default_currency ?? '',
    chargesEnabled: account.charges_enabled,
    payoutsEnabled: account.payouts_enabled,
    detailsSubmitted: account.details_submitted,
    cardPaymentsStatus: account.capabilities?.card_payments ?? 'inactive',
    transfersStatus: account.capabilities?.transfers ?? 'inactive',
    termsAcceptedAt: account.tos_acceptance?.date ? new Date(account.tos_acceptance.date * 1000) : null,
    requirements: reshapeRequirements(account),
    verification: reshapeVerification(account.individual),
    person: reshapePerson(account.individual),
    bank: reshapeBank(account),
    payoutSchedule: reshapeSchedule(account),
  }
}
