/** Where on the page a requirement is met. `platform` is ours to meet, `stripe` only Stripe's own pages can. */
export type RequirementPlace =
  | 'terms'
  | 'details'
  | 'bank'
  | 'identity'
  | 'additional'
  | 'platform'
  | 'stripe'

type Entry = readonly [need: string, action: string, place: RequirementPlace]

const DETAILS = 'Fill it in under “Personal details”.'
const OURS = 'There is nothing for you to do: we give this to Stripe.'
const ASK = 'Write to us: this check happens on a page of Stripe’s that we send you.'

const WORDS: Record<string, Entry> = {
  'tos_acceptance.date': ['Stripe needs your agreement to its terms.', 'Accept the terms.', 'terms'],
  'tos_acceptance.ip': ['Stripe needs your agreement to its terms.', 'Accept the terms.', 'terms'],
  'tos_acceptance.user_agent': ['Stripe needs your agreement to its terms.', 'Accept the terms.', 'terms'],
  external_account: [
    'Stripe needs a bank account to pay you out to.',
    'Add it under “Bank account”.',
    'bank',
  ],
  'individual.first_name': ['Stripe needs your first name.', DETAILS, 'details'],
  'individual.last_name': ['Stripe needs your last name.', DETAILS, 'details'],
  'individual.full_name_aliases': ['Stripe needs any other names you are known by.', ASK, 'stripe'],
  'individual.email': ['Stripe needs your e-mail address.', DETAILS, 'details'],
  'individual.phone': ['Stripe needs your phone number.', DETAILS, 'details'],
  'individual.dob.day': ['Stripe needs your date of birth.', DETAILS, 'details'],
  'individual.dob.month': ['Stripe needs your date of birth.', DETAILS, 'details'],
  'individual.dob.year': ['Stripe needs your date of birth.', DETAILS, 'details'],
  'individual.address.line1': ['Stripe needs your street address.', DETAILS, 'details'],
  'individual.address.line2': ['Stripe needs the rest of your address.', DETAILS, 'details'],
  'individual.address.city': ['Stripe needs your city.', DETAILS, 'details'],
  'individual.address.state': ['Stripe needs your state or province.', DETAILS, 'details'],
  'individual.address.postal_code': ['Stripe needs your postal code.', DETAILS, 'details'],
  'individual.address.country': ['Stripe needs your country.', DETAILS, 'details'],
  'individual.ssn_last_4': [
    'Stripe needs the last four digits of your social security number.',
    DETAILS,
    'details',
  ],
  'individual.id_number': ['Stripe needs your personal tax or identity number.', DETAILS, 'details'],
  'individual.nationality': ['Stripe needs your nationality.', ASK, 'stripe'],
  'individual.political_exposure': ['Stripe asks whether you hold public office.', ASK, 'stripe'],
  'individual.verification.document': [
    'Stripe needs your identity document.',
    'Send it under “Identity document”.',
    'identity',
  ],
  'individual.verification.additional_document': [
    'Stripe needs your additional document.',
    'Send it under “Additional document”.',
    'additional',
  ],
  'individual.verification.proof_of_liveness': ['Stripe wants to see that it is really you.', ASK, 'stripe'],
  business_type: ['Stripe needs to know what kind of business this is.', OURS, 'platform'],
  'business_profile.mcc': ['Stripe needs to know what kind of work this is.', OURS, 'platform'],
  'business_profile.url': ['Stripe needs the address of a website.', OURS, 'platform'],
  'business_profile.name': ['Stripe needs a business name.', OURS, 'platform'],
  'business_profile.product_description': ['Stripe needs a description of what is sold.', OURS, 'platform'],
  'business_profile.support_phone': ['Stripe needs a phone number for support.', OURS, 'platform'],
  'business_profile.support_email': ['Stripe needs an e-mail address for support.', OURS, 'platform'],
  'settings.payments.statement_descriptor': ['Stripe needs the text for card statements.', OURS, 'platform'],
}

const PLACE_BY_PREFIX: [prefix: string, need: string, action: string, place: RequirementPlace][] = [
  ['tos_acceptance', 'Stripe needs your agreement to its terms.', 'Accept the terms.', 'terms'],
  ['external_account', 'Stripe has a question about your bank account.', 'Add it again.', 'bank'],
  ['bank_account', 'Stripe has a question about your bank account.', 'Add it again.', 'bank'],
  ['individual.verification.document', 'Stripe needs your identity document.', 'Send it below.', 'identity'],
  [
    'individual.verification.additional_document',
    'Stripe needs your additional document.',
    'Send it below.',
    'additional',
  ],
  ['individual.address', 'Stripe needs your address.', DETAILS, 'details'],
  ['individual.dob', 'Stripe needs your date of birth.', DETAILS, 'details'],
  ['business_profile', 'Stripe needs to know more about the work.', OURS, 'platform'],
  ['settings', 'Stripe needs a setting of this account.', OURS, 'platform'],
]

/** What is needed and what to do, one sentence each. */
export type RequirementWords = { need: string; action: string; place: RequirementPlace }

/** The thing itself, for where it is not needed but being looked at: "Your date of birth". */
export function requirementSubject(requirement: string): string {
  const thing = /^Stripe needs (.+)\.$/.exec(requirementWords(requirement).need)?.[1]
  return thing ? thing.charAt(0).toUpperCase() + thing.slice(1) : 'Your account'
}

/**
 * The words for one of Stripe's requirement names, such as `individual.dob.day`; those never heard of (risk reviews are
 * named `interv_…`) can only be met on Stripe's pages. https://docs.stripe.com/connect/required-verification-information
 */
export function requirementWords(requirement: string): RequirementWords {
  const known = Object.hasOwn(WORDS, requirement) ? WORDS[requirement] : undefined
  if (known) return { need: known[0], action: known[1], place: known[2] }
  const near = PLACE_BY_PREFIX.find(([prefix]) => requirement.startsWith(prefix))
  if (near) return { need: near[1], action: near[2], place: near[3] }
  return { need: 'Stripe has a question about this account.', action: ASK, place: 'stripe' }
}
