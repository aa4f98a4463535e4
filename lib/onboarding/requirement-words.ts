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

/** What is needed and what to do, one sentence each. */
export type RequirementWords = { need: string; thing: string | null; action: string; place: RequirementPlace }

const ACTIONS: Record<RequirementPlace, string> = {
  terms: 'Accept the terms.',
  details: 'Fill it in under “Personal details”.',
  company: 'Give it under “Company”.',
  people: 'Fill it in under “People of the company”.',
  bank: 'Add it under “Bank account”.',
  identity: 'Send it under “Identity document”.',
  additional: 'Send it under “Additional document”.',
  platform: 'There is nothing for you to do: we give this to Stripe.',
  stripe: 'Write to us: this check happens on a page of Stripe’s that we send you.',
}

/** What is asked of a person, without saying whose it is. */
const OF_PERSON: Record<string, string> = {
  first_name: 'first name',
  last_name: 'last name',
  full_name_aliases: 'other names',
  email: 'e-mail address',
  phone: 'phone number',
  'dob.day': 'date of birth',
  'dob.month': 'date of birth',
  'dob.year': 'date of birth',
  'address.line1': 'street address',
  'address.line2': 'rest of the address',
  'address.city': 'city',
  'address.state': 'state or province',
  'address.postal_code': 'postal code',
  'address.country': 'country',
  ssn_last_4: 'last four digits of the social security number',
  id_number: 'personal tax or identity number',
  nationality: 'nationality',
  political_exposure: 'answer whether they hold public office',
  'relationship.title': 'title in the company',
  'relationship.executive': 'place among the executives',
  'relationship.percent_ownership': 'share of the company',
  'verification.document': 'identity document',
  'verification.additional_document': 'additional document',
  'verification.proof_of_liveness': 'live picture',
}

/** Of these only Stripe's own pages can take an answer. */
const ON_STRIPE = new Set([
  'full_name_aliases',
  'nationality',
  'political_exposure',
  'verification.proof_of_liveness',
])

/** Whose it is, by how Stripe's name begins. */
const WHOSE: Record<string, (thing: string) => string> = {
  individual: thing => `your ${thing}`,
  representative: thing => `the ${thing} of whoever represents the company`,
  owners: thing => `the ${thing} of each owner`,
  directors: thing => `the ${thing} of each director`,
  executives: thing => `the ${thing} of each executive`,
  person: thing => `the ${thing} of somebody whom you named`,
}

type Entry = readonly [need: string, place: RequirementPlace]

const WORDS: Record<string, Entry> = {
  'company.name': ['the company’s registered name', 'company'],
  'company.phone': ['the company’s phone number', 'company'],
  'company.tax_id': ['the company’s registration or tax number', 'company'],
  'company.verification.document': [
    'an official document with the company’s name and registration number',
    'company',
  ],
  'company.owners_provided': ['your word that every owner is named', 'people'],
  'company.directors_provided': ['your word that every director is named', 'people'],
  'company.executives_provided': ['your word that every executive is named', 'people'],
  external_account: ['a bank account to pay you out to', 'bank'],
  'documents.bank_account_ownership_verification.files': ['a proof that the bank account is yours', 'stripe'],
  business_type: ['to know whether you are a person or a company', 'platform'],
  'business_profile.mcc': ['to know what kind of work this is', 'platform'],
  'business_profile.url': ['the address of a website', 'platform'],
  'business_profile.name': ['a business name', 'platform'],
  'business_profile.product_description': ['a description of what is sold', 'platform'],
  'business_profile.support_phone': ['a phone number for support', 'platform'],
  'business_profile.support_email': ['an e-mail address for support', 'platform'],
  'settings.payments.statement_descriptor': ['the text for card statements', 'platform'],
  'settings.card_payments.statement_descriptor_prefix': ['the short text for card statements', 'platform'],
}

const BY_PREFIX: [prefix: string, ...Entry][] = [
  ['tos_acceptance', 'your agreement to its terms', 'terms'],
  ['external_account', 'your bank account once more', 'bank'],
  ['bank_account', 'your bank account once more', 'bank'],
  ['company.address', 'the company’s address', 'company'],
  ['company', 'to know more about the company', 'company'],
  ['business_profile', 'to know more about the work', 'platform'],
  ['settings', 'a setting of this account', 'platform'],
]

/** What people's fields begin with that have no name of their own. */
const PERSON_PREFIXES: [prefix: string, thing: string][] = [
  ['verification.document', 'identity document'],
  ['verification.additional_document', 'additional document'],
  ['address', 'address'],
  ['dob', 'date of birth'],
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
  if (dot < 0 || !Object.hasOwn(WHOSE, who)) return null
  const thing = Object.hasOwn(OF_PERSON, path)
    ? OF_PERSON[path]
    : PERSON_PREFIXES.find(([start]) => path.startsWith(start))?.[1]
  if (!thing) return null
  return [WHOSE[who]?.(thing) ?? thing, placeOfPerson(who, path)]
}

function entryOf(requirement: string): Entry | null {
  if (Object.hasOwn(WORDS, requirement)) return WORDS[requirement] ?? null
  const near = BY_PREFIX.find(([prefix]) => requirement.startsWith(prefix))
  return personEntry(requirement) ?? (near ? [near[1], near[2]] : null)
}

/** The thing itself, for where it is not needed but being looked at: "Your date of birth". */
export function requirementSubject(requirement: string): string {
  const thing = entryOf(requirement)?.[0]
  return thing ? thing.charAt(0).toUpperCase() + thing.slice(1) : 'Your account'
}

/**
 * The words for one of Stripe's requirement names, such as `individual.dob.day`; those never heard of (risk reviews are
 * named `interv_…`) can only be met on Stripe's pages. https://docs.stripe.com/connect/required-verification-information
 */
export function requirementWords(requirement: string): RequirementWords {
  const [thing, place] = entryOf(requirement) ?? [null, 'stripe' as const]
  const need = thing ? `Stripe needs ${thing}.` : 'Stripe has a question about this account.'
  return { need, thing, action: ACTIONS[place], place }
}
