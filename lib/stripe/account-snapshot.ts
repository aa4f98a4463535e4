import type Stripe from 'stripe'
import { type CompanyPersonSnapshot, type PersonSnapshot, reshapePerson } from './person-snapshot.ts'
import { type RequirementsSnapshot, reshapeRequirements } from './requirements-snapshot.ts'

/** How far Stripe's check of the person is. Codes are Stripe's; a file id says that a document is attached. */
export type VerificationSnapshot = {
  status: 'unverified' | 'pending' | 'verified'
  detailsCode: string | null
  identity: { front: string | null; back: string | null; detailsCode: string | null }
  additional: { front: string | null; back: string | null; detailsCode: string | null }
}

/** What Stripe holds of a company. Numbers are never given back: only that they are there. */
export type CompanySnapshot = {
  name: string | null
  phone: string | null
  line1: string | null
  line2: string | null
  city: string | null
  state: string | null
  postalCode: string | null
  taxIdProvided: boolean
  provided: Record<'owners' | 'directors' | 'executives', boolean>
}

/** When Stripe pays an account out by itself, in Stripe's words. Of several days, the first. */
export type ScheduleSnapshot = { interval: string; weekday: string | null; monthDay: number | null }

export type AccountSnapshot = {
  accountId: string
  businessType: 'individual' | 'company'
  /** Of a company: itself, and whom it has named. */
  company: CompanySnapshot | null
  people: CompanyPersonSnapshot[]
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

function reshapeCompany(account: Stripe.Account): CompanySnapshot | null {
  const { company } = account
  if (account.business_type !== 'company' || !company) return null
  const { address } = company
  return {
    name: company.name ?? null,
    phone: company.phone ?? null,
    line1: address?.line1 ?? null,
    line2: address?.line2 ?? null,
    city: address?.city ?? null,
    state: address?.state ?? null,
    postalCode: address?.postal_code ?? null,
    taxIdProvided: company.tax_id_provided ?? false,
    provided: {
      owners: company.owners_provided ?? false,
      directors: company.directors_provided ?? false,
      executives: company.executives_provided ?? false,
    },
  }
}

/** A Stripe account in our shape; of a company with its `people`. https://docs.stripe.com/api/accounts/object */
export function reshapeAccount(
  account: Stripe.Account,
  people: CompanyPersonSnapshot[] = [],
): AccountSnapshot {
  return {
    accountId: account.id,
    businessType: account.business_type === 'company' ? 'company' : 'individual',
    company: reshapeCompany(account),
    people,
    country: account.country ?? '',
    defaultCurrency: account.default_currency ?? '',
    chargesEnabled: account.charges_enabled,
    payoutsEnabled: account.payouts_enabled,
    detailsSubmitted: account.details_submitted,
    cardPaymentsStatus: account.capabilities?.card_payments ?? 'inactive',
    transfersStatus: account.capabilities?.transfers ?? 'inactive',
    termsAcceptedAt: account.tos_acceptance?.date ? new Date(account.tos_acceptance.date * 1000) : null,
    requirements: reshapeRequirements(account, people),
    verification: reshapeVerification(account.individual),
    person: account.individual ? reshapePerson(account.individual) : null,
    bank: reshapeBank(account),
    payoutSchedule: reshapeSchedule(account),
  }
}
