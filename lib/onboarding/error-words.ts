import type { MessageKey } from '../i18n/messages.ts'
import { BUSINESS_WORDS } from './business-error-words.ts'

/** What a person can do about a refusal. Shared, so that the same thing is always said in the same words. */
const ACTIONS = {
  newPhoto: 'refusals.do_newPhoto',
  newDocument: 'refusals.do_newDocument',
  bothSides: 'refusals.do_bothSides',
  addressProof: 'refusals.do_addressProof',
  details: 'refusals.do_details',
  address: 'refusals.do_address',
  birth: 'refusals.do_birth',
  taxNumber: 'refusals.do_taxNumber',
  document: 'refusals.do_document',
  terms: 'refusals.do_terms',
  company: 'refusals.do_company',
  people: 'refusals.do_people',
  support: 'refusals.do_support',
} as const

type Entry = readonly [problem: MessageKey, action: keyof typeof ACTIONS]

const DOCUMENT_WORDS = {
  verification_document_address_mismatch: ['refusals.documentAddressMismatch', 'address'],
  verification_document_address_missing: ['refusals.documentAddressMissing', 'addressProof'],
  verification_document_corrupt: ['refusals.documentCorrupt', 'newPhoto'],
  verification_document_country_not_supported: ['refusals.documentCountry', 'newDocument'],
  verification_document_directors_mismatch: ['refusals.documentDirectors', 'support'],
  verification_document_dob_mismatch: ['refusals.documentDob', 'birth'],
  verification_document_duplicate_type: ['refusals.documentDuplicate', 'newDocument'],
  verification_document_expired: ['refusals.documentExpired', 'newDocument'],
  verification_document_failed_copy: ['refusals.documentCopy', 'newPhoto'],
  verification_document_failed_greyscale: ['refusals.documentGreyscale', 'newPhoto'],
  verification_document_failed_other: ['refusals.documentOther', 'newDocument'],
  verification_document_failed_test_mode: ['refusals.documentTest', 'newDocument'],
  verification_document_fraudulent: ['refusals.documentFraudulent', 'support'],
  verification_document_id_number_mismatch: ['refusals.documentNumberMismatch', 'taxNumber'],
  verification_document_id_number_missing: ['refusals.documentNumberMissing', 'newDocument'],
  verification_document_incomplete: ['refusals.documentIncomplete', 'newPhoto'],
  verification_document_invalid: ['refusals.documentInvalid', 'newDocument'],
  verification_document_issue_or_expiry_date_missing: ['refusals.documentDates', 'newPhoto'],
  verification_document_manipulated: ['refusals.documentManipulated', 'newPhoto'],
  verification_document_missing_back: ['refusals.documentNoBack', 'bothSides'],
  verification_document_missing_front: ['refusals.documentNoFront', 'bothSides'],
  verification_document_name_mismatch: ['refusals.documentNameMismatch', 'details'],
  verification_document_name_missing: ['refusals.documentNameMissing', 'newDocument'],
  verification_document_nationality_mismatch: ['refusals.documentNationality', 'details'],
  verification_document_not_readable: ['refusals.documentNotReadable', 'newPhoto'],
  verification_document_not_signed: ['refusals.documentNotSigned', 'newDocument'],
  verification_document_not_uploaded: ['refusals.documentNotUploaded', 'newPhoto'],
  verification_document_photo_mismatch: ['refusals.documentFaces', 'newPhoto'],
  verification_document_too_large: ['refusals.documentTooLarge', 'newPhoto'],
  verification_document_type_not_supported: ['refusals.documentKind', 'newDocument'],
} as const satisfies Record<string, Entry>

const PERSON_WORDS = {
  information_missing: ['refusals.informationMissing', 'details'],
  invalid_address_city_state_postal_code: ['refusals.cityStatePostalCode', 'address'],
  invalid_address_cmra_address: ['refusals.rentedMailbox', 'address'],
  invalid_address_highway_contract_box: ['refusals.contractBox', 'address'],
  invalid_address_private_mailbox: ['refusals.privateMailbox', 'address'],
  invalid_address_registered_agent_address: ['refusals.registeredAgent', 'address'],
  invalid_street_address: ['refusals.streetNotFound', 'address'],
  invalid_dob_age_over_maximum: ['refusals.tooOld', 'birth'],
  invalid_dob_age_under_18: ['refusals.under18', 'birth'],
  invalid_dob_age_under_minimum: ['refusals.underMinimum', 'birth'],
  invalid_phone_number: ['refusals.phoneInvalid', 'details'],
  invalid_tax_id: ['refusals.taxInvalid', 'taxNumber'],
  invalid_tax_id_format: ['refusals.taxForm', 'taxNumber'],
  invalid_tos_acceptance: ['refusals.termsNotRecorded', 'terms'],
  invalid_value_other: ['refusals.detailNotAccepted', 'details'],
  invalid_representative_country: ['refusals.countryDoesNotFit', 'support'],
  invalid_signator: ['refusals.cannotSign', 'support'],
  verification_failed_address_match: ['refusals.addressUnconfirmed', 'addressProof'],
  verification_failed_document_match: ['refusals.documentDetails', 'details'],
  verification_failed_id_number_match: ['refusals.numberNameBirthday', 'taxNumber'],
  verification_failed_keyed_identity: ['refusals.identityUnconfirmed', 'document'],
  verification_failed_keyed_match: ['refusals.detailsUnconfirmed', 'document'],
  verification_failed_name_match: ['refusals.nameUnconfirmed', 'details'],
  verification_failed_residential_address: ['refusals.residenceUnconfirmed', 'addressProof'],
  verification_failed_tax_id_match: ['refusals.taxName', 'taxNumber'],
  verification_failed_tax_id_not_issued: ['refusals.taxNotIssued', 'taxNumber'],
  verification_failed_other: ['refusals.confirmFailed', 'document'],
} as const satisfies Record<string, Entry>

const WORDS = new Map<string, Entry>([
  ...Object.entries(DOCUMENT_WORDS),
  ...Object.entries(PERSON_WORDS),
  ...BUSINESS_WORDS,
])

/** Why Stripe refused something, and what to do about it: one message each. */
export type ErrorWords = { problem: MessageKey; action: MessageKey }

/** Every code that has words of its own; a code that Stripe adds later is answered in general words. */
export const KNOWN_ERROR_CODES: string[] = [...WORDS.keys()]

/**
 * The words for a code of `requirements.errors`.
 * Source: https://docs.stripe.com/api/accounts/object#account_object-requirements-errors-code
 */
export function errorWords(code: string): ErrorWords {
  const [problem, action] = WORDS.get(code) ?? (['refusals.unknown', 'support'] as const)
  return { problem, action: ACTIONS[action] }
}
