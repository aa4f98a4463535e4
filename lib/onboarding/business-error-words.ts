/** What can be done about what Stripe refuses of a business: by its owner, or by the platform that told Stripe about it. */
type BusinessAction = 'company' | 'people' | 'support'

type Entry = readonly [problem: string, action: BusinessAction]

const WORDS: Record<string, Entry> = {
  invalid_company_name_denylisted: ['This name cannot be used for a company.', 'company'],
  verification_directors_mismatch: ['The register has other names of directors.', 'people'],
  verification_extraneous_directors: ['The register knows fewer directors than you named.', 'people'],
  verification_missing_directors: ['The register knows more directors than you named.', 'people'],
  verification_missing_executives: ['Not every executive is named.', 'people'],
  verification_missing_owners: ['Not every owner is named.', 'people'],
  verification_failed_authorizer_authority: ['Whoever signs must be allowed to bind the company.', 'people'],
  verification_failed_representative_authority: [
    'Whoever represents the company must be allowed to.',
    'people',
  ],
  verification_legal_entity_structure_mismatch: ['The register has another form of company.', 'company'],
  verification_failed_business_iec_number: [
    'The import and export number could not be confirmed.',
    'company',
  ],
  verification_rejected_ownership_exemption_reason: [
    'Stripe does not accept why owners are not named.',
    'people',
  ],
  verification_requires_additional_memorandum_of_associations: [
    'Stripe needs the company’s memorandum of association.',
    'support',
  ],
  verification_requires_additional_proof_of_registration: [
    'Stripe needs a proof that the company is registered.',
    'support',
  ],
  verification_supportability: ['Stripe asks whether this kind of work is allowed.', 'support'],
  unsupported_business_type: ['Stripe does not take this kind of business there.', 'support'],
  external_request: ['An authority or a bank has a question about this account.', 'support'],
}

/** What the platform tells Stripe of every account: nothing that a contractor could correct here. */
const PLATFORM: [codes: string[], problem: string][] = [
  [
    ['invalid_business_profile_name', 'invalid_business_profile_name_denylisted'],
    'Stripe does not accept the name of the business.',
  ],
  [
    ['invalid_product_description_length', 'invalid_product_description_url_match'],
    'Stripe does not accept how the work is described.',
  ],
  [
    [
      'invalid_statement_descriptor_business_mismatch',
      'invalid_statement_descriptor_denylisted',
      'invalid_statement_descriptor_length',
      'invalid_statement_descriptor_prefix_denylisted',
      'invalid_statement_descriptor_prefix_mismatch',
    ],
    'Stripe does not accept the text for card statements.',
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
    'Stripe does not accept the website of this account.',
  ],
]

/** The words for each code that is about a business rather than a person. */
export const BUSINESS_WORDS: [code: string, words: Entry][] = [
  ...Object.entries(WORDS),
  ...PLATFORM.flatMap(([codes, problem]) =>
    codes.map((code): [string, Entry] => [code, [problem, 'support']]),
  ),
]
