import { message } from '../i18n/message.ts'
import type { MessageKey } from '../i18n/messages.ts'

/** Where on the page a requirement is met. `platform` is ours to meet, `stripe` only Stripe's own pages can. */
export type RequirementPlace =
  | 'terms'
  | 'details'
  | 'company'
  | 'people'
  | 'bank'
  | 'identity'
  | 'additional'
  | 'platform'
  | 'stripe'

/** What is needed and what to do, a message each; `thing` without its sentence. */
export type RequirementWords = {
  need: string
  thing: string | null
  action: MessageKey
  place: RequirementPlace
}

const ACTIONS: Record<RequirementPlace, MessageKey> = {
  terms: 'requirements.do_terms',
  details: 'requirements.do_details',
  company: 'requirements.do_company',
  people: 'requirements.do_people',
  bank: 'requirements.do_bank',
  identity: 'requirements.do_identity',
  additional: 'requirements.do_additional',
  platform: 'requirements.do_platform',
  stripe: 'requirements.do_stripe',
}

/** What is asked of a person, without saying whose it is. */
const OF_PERSON: Record<string, MessageKey> = {
  first_name: 'requirements.firstName',
  last_name: 'requirements.lastName',
  full_name_aliases: 'requirements.otherNames',
  email: 'requirements.email',
  phone: 'requirements.phone',
  'dob.day': 'requirements.birth',
  'dob.month': 'requirements.birth',
  'dob.year': 'requirements.birth',
  'address.line1': 'requirements.street',
  'address.line2': 'requirements.restOfAddress',
  'address.city': 'requirements.city',
  'address.state': 'requirements.state',
  'address.postal_code': 'requirements.postalCode',
  'address.country': 'requirements.country',
  ssn_last_4: 'requirements.ssnLast4',
  id_number: 'requirements.idNumber',
  nationality: 'requirements.nationality',
  political_exposure: 'requirements.publicOffice',
  'relationship.title': 'requirements.title',
  'relationship.executive': 'requirements.amongExecutives',
  'relationship.percent_ownership': 'requirements.share',
  'verification.document': 'requirements.identityDocument',
  'verification.additional_document': 'requirements.additionalDocument',
  'verification.proof_of_liveness': 'requirements.livePicture',
}

/** Of these only Stripe's own pages can take an answer. */
const ON_STRIPE = new Set([
  'full_name_aliases',
  'nationality',
  'political_exposure',
  'verification.proof_of_liveness',
])

/** Whose it is, by how Stripe's name begins. */
const WHOSE = {
  individual: 'requirements.of_individual',
  representative: 'requirements.of_representative',
  owners: 'requirements.of_owners',
  directors: 'requirements.of_directors',
  executives: 'requirements.of_executives',
  person: 'requirements.of_person',
} as const

const isWhose = (who: string): who is keyof typeof WHOSE => Object.hasOwn(WHOSE, who)

type Entry = readonly [thing: string, place: RequirementPlace]

const WORDS: Record<string, readonly [thing: MessageKey, place: RequirementPlace]> = {
  'company.name': ['requirements.companyName', 'company'],
  'company.phone': ['requirements.companyPhone', 'company'],
  'company.tax_id': ['requirements.companyNumber', 'company'],
  'company.verification.document': ['requirements.companyDocument', 'company'],
  'company.owners_provided': ['requirements.ownersProvided', 'people'],
  'company.directors_provided': ['requirements.directorsProvided', 'people'],
  'company.executives_provided': ['requirements.executivesProvided', 'people'],
  external_account: ['requirements.bankAccount', 'bank'],
  'documents.bank_account_ownership_verification.files': ['requirements.bankProof', 'stripe'],
  business_type: ['requirements.businessType', 'platform'],
  'business_profile.mcc': ['requirements.workKind', 'platform'],
  'business_profile.url': ['requirements.website', 'platform'],
  'business_profile.name': ['requirements.businessName', 'platform'],
  'business_profile.product_description': ['requirements.productDescription', 'platform'],
  'business_profile.support_phone': ['requirements.supportPhone', 'platform'],
  'business_profile.support_email': ['requirements.supportEmail', 'platform'],
  'settings.payments.statement_descriptor': ['requirements.statementText', 'platform'],
  'settings.card_payments.statement_descriptor_prefix': ['requirements.statementShortText', 'platform'],
}

const BY_PREFIX: [prefix: string, thing: MessageKey, place: RequirementPlace][] = [
  ['tos_acceptance', 'requirements.agreement', 'terms'],
  ['external_account', 'requirements.bankAgain', 'bank'],
  ['bank_account', 'requirements.bankAgain', 'bank'],
  ['company.address', 'requirements.companyAddress', 'company'],
  ['company', 'requirements.companyMore', 'company'],
  ['business_profile', 'requirements.workMore', 'platform'],
  ['settings', 'requirements.setting', 'platform'],
]

/** What people's fields begin with that have no name of their own. */
const PERSON_PREFIXES: [prefix: string, thing: MessageKey][] = [
  ['verification.document', 'requirements.identityDocument'],
  ['verification.additional_document', 'requirements.additionalDocument'],
  ['address', 'requirements.address'],
  ['dob', 'requirements.birth'],
]

function placeOfPerson(who: string, path: string): RequirementPlace {
  if (ON_STRIPE.has(path)) return 'stripe'
  if (path.startsWith('verification.')) {
    if (who !== 'individual' && who !== 'representative') return 'people'
    return path.startsWith('verification.document') ? 'identity' : 'additional'
  }
  return who === 'individual' ? 'details' : 'people'
}

function personEntry(requirement: string): Entry | null {
  const dot = requirement.indexOf('.')
  const prefix = requirement.slice(0, dot)
  const who = prefix.startsWith('person_') ? 'person' : prefix
  const path = requirement.slice(dot + 1)
  if (dot < 0 || !isWhose(who)) return null
  const thing = Object.hasOwn(OF_PERSON, path)
    ? OF_PERSON[path]
    : PERSON_PREFIXES.find(([start]) => path.startsWith(start))?.[1]
  if (!thing) return null
  return [message(WHOSE[who], { thing: `message:${thing}` }), placeOfPerson(who, path)]
}

function entryOf(requirement: string): Entry | null {
  if (Object.hasOwn(WORDS, requirement)) return WORDS[requirement] ?? null
  const near = BY_PREFIX.find(([prefix]) => requirement.startsWith(prefix))
  return personEntry(requirement) ?? (near ? [near[1], near[2]] : null)
}

/** The thing itself, as a message, for where it is not needed but being looked at. */
export function requirementSubject(requirement: string): string {
  return entryOf(requirement)?.[0] ?? 'requirements.yourAccount'
}

/**
 * The words for one of Stripe's requirement names, such as `individual.dob.day`; those never heard of (risk reviews are
 * named `interv_…`) can only be met on Stripe's pages. https://docs.stripe.com/connect/required-verification-information
 */
export function requirementWords(requirement: string): RequirementWords {
  const [thing, place] = entryOf(requirement) ?? [null, 'stripe' as const]
  const need = thing ? message('requirements.needs', { things: `message:${thing}` }) : 'requirements.question'
  return { need, thing, action: ACTIONS[place], place }
}
