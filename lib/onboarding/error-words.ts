import { BUSINESS_WORDS } from './business-error-words.ts'

/** What a person can do about a refusal. Shared, so that the same thing is always said in the same words. */
const ACTIONS = {
  newPhoto: 'Take a new photo of the original: the whole document, in colour, sharp, without glare.',
  newDocument: 'Send a different, valid document.',
  bothSides: 'Send clear photos of both the front and the back.',
  addressProof:
    'Send a proof of address with your full name and the address you gave us, such as a bank statement or utility bill.',
  details: 'Compare your personal details with your document, correct them and save.',
  address: 'Correct your address and save; use the street address where you live.',
  birth: 'Correct your date of birth and save.',
  taxNumber: 'Check the number digit by digit and enter it again.',
  document: 'Send an identity document, so that Stripe can check your details against it.',
  terms: 'Accept the terms again.',
  company: 'Compare the company’s details with its entry in the register, correct them and save.',
  people: 'Compare the people you named with the register, correct them and save.',
  support: 'Write to us with your account’s e-mail address; we will settle this with Stripe for you.',
} as const

type Entry = readonly [problem: string, action: keyof typeof ACTIONS]

const DOCUMENT_WORDS = {
  verification_document_address_mismatch: ['The address on the document is not the one you gave.', 'address'],
  verification_document_address_missing: ['The document does not show an address.', 'addressProof'],
  verification_document_corrupt: ['Stripe could not open the file.', 'newPhoto'],
  verification_document_country_not_supported: [
    'Stripe does not accept documents from that country here.',
    'newDocument',
  ],
  verification_document_directors_mismatch: ['The directors on the document differ.', 'support'],
  verification_document_dob_mismatch: ['The date of birth on the document is not the one you gave.', 'birth'],
  verification_document_duplicate_type: ['The same kind of document was sent twice.', 'newDocument'],
  verification_document_expired: ['The document has expired.', 'newDocument'],
  verification_document_failed_copy: ['The photo shows a copy, not the original document.', 'newPhoto'],
  verification_document_failed_greyscale: ['The photo is not in colour.', 'newPhoto'],
  verification_document_failed_other: ['Stripe could not accept the document.', 'newDocument'],
  verification_document_failed_test_mode: ['This test file stands for a document that fails.', 'newDocument'],
  verification_document_fraudulent: ['Stripe doubts that the document is genuine.', 'support'],
  verification_document_id_number_mismatch: [
    'The number on the document is not the one you gave.',
    'taxNumber',
  ],
  verification_document_id_number_missing: ['The document does not show its number.', 'newDocument'],
  verification_document_incomplete: ['A part of the document is cut off.', 'newPhoto'],
  verification_document_invalid: ['Stripe does not accept this document.', 'newDocument'],
  verification_document_issue_or_expiry_date_missing: [
    'The date of issue or expiry cannot be seen.',
    'newPhoto',
  ],
  verification_document_manipulated: ['The photo looks edited.', 'newPhoto'],
  verification_document_missing_back: ['The back of the document is missing.', 'bothSides'],
  verification_document_missing_front: ['The front of the document is missing.', 'bothSides'],
  verification_document_name_mismatch: ['The name on the document is not the one you gave.', 'details'],
  verification_document_name_missing: ['The document does not show a name.', 'newDocument'],
  verification_document_nationality_mismatch: ['The nationality on the document differs.', 'details'],
  verification_document_not_readable: ['The photo is too blurred or dark to read.', 'newPhoto'],
  verification_document_not_signed: ['The document is not signed.', 'newDocument'],
  verification_document_not_uploaded: ['The file did not arrive at Stripe.', 'newPhoto'],
  verification_document_photo_mismatch: ['The faces in the photos do not match.', 'newPhoto'],
  verification_document_too_large: ['The file is larger than Stripe takes.', 'newPhoto'],
  verification_document_type_not_supported: ['Stripe does not accept this kind of document.', 'newDocument'],
} as const satisfies Record<string, Entry>

const PERSON_WORDS = {
  information_missing: ['Something is missing in your details.', 'details'],
  invalid_address_city_state_postal_code: ['City, state and postal code do not belong together.', 'address'],
  invalid_address_cmra_address: ['A rented mailbox is not accepted as an address.', 'address'],
  invalid_address_highway_contract_box: ['A highway contract box is not accepted as an address.', 'address'],
  invalid_address_private_mailbox: ['A private mailbox is not accepted as an address.', 'address'],
  invalid_address_registered_agent_address: ['A registered agent’s address is not accepted.', 'address'],
  invalid_street_address: ['The street address could not be found.', 'address'],
  invalid_dob_age_over_maximum: ['The date of birth lies too far back.', 'birth'],
  invalid_dob_age_under_18: ['You must be at least 18 years old.', 'birth'],
  invalid_dob_age_under_minimum: ['You are younger than Stripe allows in your country.', 'birth'],
  invalid_phone_number: ['The phone number is not valid in your country.', 'details'],
  invalid_tax_id: ['The tax number is not valid.', 'taxNumber'],
  invalid_tax_id_format: ['The tax number does not have the right form.', 'taxNumber'],
  invalid_tos_acceptance: ['The acceptance of the terms was not recorded properly.', 'terms'],
  invalid_value_other: ['One of your details was not accepted.', 'details'],
  invalid_representative_country: ['Your country does not fit this account.', 'support'],
  invalid_signator: ['The person who signed cannot sign for this account.', 'support'],
  verification_failed_address_match: ['Your address could not be confirmed.', 'addressProof'],
  verification_failed_document_match: ['Your details do not match your document.', 'details'],
  verification_failed_id_number_match: ['The number does not match your name and birthday.', 'taxNumber'],
  verification_failed_keyed_identity: ['Your identity could not be confirmed by your details.', 'document'],
  verification_failed_keyed_match: ['Your details could not be confirmed.', 'document'],
  verification_failed_name_match: ['Your name could not be confirmed.', 'details'],
  verification_failed_residential_address: ['Stripe could not confirm that you live there.', 'addressProof'],
  verification_failed_tax_id_match: ['The tax number does not match your name.', 'taxNumber'],
  verification_failed_tax_id_not_issued: ['This tax number was never issued.', 'taxNumber'],
  verification_failed_other: ['Stripe could not confirm your details.', 'document'],
} as const satisfies Record<string, Entry>

const WORDS = new Map<string, Entry>([
  ...Object.entries(DOCUMENT_WORDS),
  ...Object.entries(PERSON_WORDS),
  ...BUSINESS_WORDS,
])

/** Why Stripe refused something, and what to do about it: one sentence each. */
export type ErrorWords = { problem: string; action: string }

/** Every code that has words of its own; a code that Stripe adds later is answered in general words. */
export const KNOWN_ERROR_CODES: string[] = [...WORDS.keys()]

/**
 * The words for a code of `requirements.errors`.
 * Source: https://docs.stripe.com/api/accounts/object#account_object-requirements-errors-code
 */
export function errorWords(code: string): ErrorWords {
  const [problem, action] =
    WORDS.get(code) ?? (['Stripe could not accept what was sent.', 'support'] as const)
  return { problem, action: ACTIONS[action] }
}
