import type { MessageKey } from '../i18n/messages.ts'

/** What can be done about what Stripe refuses of a business: by its owner, or by the platform that told Stripe about it. */
type BusinessAction = 'company' | 'people' | 'support'

type Entry = readonly [problem: MessageKey, action: BusinessAction]

const WORDS: Record<string, Entry> = {
  invalid_company_name_denylisted: ['refusals.companyName', 'company'],
  verification_directors_mismatch: ['refusals.otherDirectors', 'people'],
  verification_extraneous_directors: ['refusals.fewerDirectors', 'people'],
  verification_missing_directors: ['refusals.moreDirectors', 'people'],
  verification_missing_executives: ['refusals.missingExecutives', 'people'],
  verification_missing_owners: ['refusals.missingOwners', 'people'],
  verification_failed_authorizer_authority: ['refusals.signerAuthority', 'people'],
  verification_failed_representative_authority: ['refusals.representativeAuthority', 'people'],
  verification_legal_entity_structure_mismatch: ['refusals.companyStructure', 'company'],
  verification_failed_business_iec_number: ['refusals.iecNumber', 'company'],
  verification_rejected_ownership_exemption_reason: ['refusals.ownershipReason', 'people'],
  verification_requires_additional_memorandum_of_associations: ['refusals.memorandum', 'support'],
  verification_requires_additional_proof_of_registration: ['refusals.registrationProof', 'support'],
  verification_supportability: ['refusals.supportability', 'support'],
  unsupported_business_type: ['refusals.businessKind', 'support'],
  external_request: ['refusals.authority', 'support'],
}

/** What the platform tells Stripe of every account: nothing that a contractor could correct here. */
const PLATFORM: [codes: string[], problem: MessageKey][] = [
  [['invalid_business_profile_name', 'invalid_business_profile_name_denylisted'], 'refusals.businessName'],
  [
    ['invalid_product_description_length', 'invalid_product_description_url_match'],
    'refusals.workDescription',
  ],
  [
    [
      'invalid_statement_descriptor_business_mismatch',
      'invalid_statement_descriptor_denylisted',
      'invalid_statement_descriptor_length',
      'invalid_statement_descriptor_prefix_denylisted',
      'invalid_statement_descriptor_prefix_mismatch',
    ],
    'refusals.cardStatementText',
  ],
  [
    [
      'invalid_url_denylisted',
      'invalid_url_format',
      'invalid_url_length',
      'invalid_url_web_presence_detected',
      'invalid_url_website_business_information_mismatch',
      'invalid_url_website_empty',
      'invalid_url_website_inaccessible',
      'invalid_url_website_inaccessible_geoblocked',
      'invalid_url_website_inaccessible_password_protected',
      'invalid_url_website_incomplete',
      'invalid_url_website_incomplete_cancellation_policy',
      'invalid_url_website_incomplete_customer_service_details',
      'invalid_url_website_incomplete_legal_restrictions',
      'invalid_url_website_incomplete_refund_policy',
      'invalid_url_website_incomplete_return_policy',
      'invalid_url_website_incomplete_terms_and_conditions',
      'invalid_url_website_incomplete_under_construction',
      'invalid_url_website_other',
    ],
    'refusals.website',
  ],
]

/** The words for each code that is about a business rather than a person. */
export const BUSINESS_WORDS: [code: string, words: Entry][] = [
  ...Object.entries(WORDS),
  ...PLATFORM.flatMap(([codes, problem]) =>
    codes.map((code): [string, Entry] => [code, [problem, 'support']]),
  ),
]
