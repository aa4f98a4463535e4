import { badParameter } from '../core/errors.ts'
import type { FormFields, FormValue } from '../core/form.ts'
import { metadata } from '../core/metadata.ts'
import {
  boolean,
  clearableText,
  emptyable,
  hash,
  integer,
  list,
  oneOf,
  required,
  type Spec,
  text,
} from '../core/params.ts'
import { CONTROLLER_FIELDS } from './controller.ts'
import { EXTERNAL_ACCOUNT } from './external-fields.ts'
import { ADDRESS, DECLARATION, DOCUMENT, JAPANESE_ADDRESS, PERSON_FIELDS, PROOF } from './person-fields.ts'
import { SETTINGS } from './settings-fields.ts'

/** An object whose names are not fixed, read one by one. */
function record<T>(item: Spec<T>): Spec<Record<string, T>> {
  return {
    read(value, path) {
      if (typeof value === 'string' || Array.isArray(value))
        throw badParameter('Invalid object', { param: path })
      return Object.fromEntries(
        Object.entries(value as FormFields).map(([name, inner]) => [
          name,
          item.read(inner, `${path}[${name}]`),
        ]),
      )
    },
  }
}

/** A list, which older clients send as an object with numbers or as one word. */
const WORDS: Spec<string[]> = {
  read: (value: FormValue, path) => (typeof value === 'string' ? [value] : list(text).read(value, path)),
}

const STRUCTURES = oneOf(
  'free_zone_establishment',
  'free_zone_llc',
  'government_instrumentality',
  'governmental_unit',
  'incorporated_non_profit',
  'incorporated_partnership',
  'limited_liability_partnership',
  'llc',
  'multi_member_llc',
  'private_company',
  'private_corporation',
  'private_partnership',
  'public_company',
  'public_corporation',
  'public_partnership',
  'registered_charity',
  'single_member_llc',
  'sole_establishment',
  'sole_proprietorship',
  'tax_exempt_government_instrumentality',
  'unincorporated_association',
  'unincorporated_non_profit',
  'unincorporated_partnership',
)

const COMPANY = hash({
  address: ADDRESS,
  address_kana: JAPANESE_ADDRESS,
  address_kanji: JAPANESE_ADDRESS,
  administrative_address: ADDRESS,
  directors_provided: boolean,
  directorship_declaration: DECLARATION,
  executives_provided: boolean,
  export_license_id: text,
  export_purpose_code: text,
  name: text,
  name_kana: text,
  name_kanji: text,
  owners_provided: boolean,
  ownership_declaration: DECLARATION,
  ownership_exemption_reason: emptyable(
    oneOf('qualified_entity_exceeds_ownership_threshold', 'qualifies_as_financial_institution'),
  ),
  phone: text,
  physical_address: ADDRESS,
  principal_place_of_business: ADDRESS,
  registration_date: emptyable(
    hash({ day: required(integer), month: required(integer), year: required(integer) }),
  ),
  registration_number: text,
  representative_declaration: DECLARATION,
  structure: emptyable(STRUCTURES),
  tax_id: text,
  tax_id_registrar: text,
  vat_id: text,
  verification: hash({ document: DOCUMENT }),
})

const REVENUE = { amount: required(integer), currency: required(text) }

const BUSINESS_PROFILE = hash({
  annual_revenue: hash({ ...REVENUE, fiscal_year_end: required(text) }),
  estimated_worker_count: integer,
  mcc: text,
  minority_owned_business_designation: list(
    oneOf(
      'lgbtqi_owned_business',
      'minority_owned_business',
      'none_of_these_apply',
      'prefer_not_to_answer',
      'women_owned_business',
    ),
  ),
  monthly_estimated_revenue: hash(REVENUE),
  name: text,
  product_description: text,
  specified_commercial_transactions_act_url: clearableText,
  support_address: ADDRESS,
  support_email: text,
  support_phone: text,
  support_url: clearableText,
  url: text,
})

const DOCUMENTS = hash({
  bank_account_ownership_verification: PROOF,
  company_license: PROOF,
  company_memorandum_of_association: PROOF,
  company_ministerial_decree: PROOF,
  company_registration_verification: PROOF,
  company_tax_id_verification: PROOF,
  proof_of_address: PROOF,
  proof_of_business_presence: PROOF,
  proof_of_registration: hash({ files: list(text), signer: hash({ person: text }) }),
  proof_of_ultimate_beneficial_ownership: hash({ files: list(text), signer: hash({ person: text }) }),
})

/** What may be sent in an account token, and with the account itself. */
export const TOKEN_FIELDS = {
  business_type: oneOf('company', 'government_entity', 'individual', 'non_profit'),
  company: COMPANY,
  individual: hash(PERSON_FIELDS),
  tos_shown_and_accepted: boolean,
}

/** `POST /v1/accounts/:id`. */
export const UPDATE_FIELDS = {
  account_token: text,
  bank_account: EXTERNAL_ACCOUNT,
  business_profile: BUSINESS_PROFILE,
  business_type: TOKEN_FIELDS.business_type,
  capabilities: record(hash({ requested: boolean })),
  company: COMPANY,
  default_currency: text,
  documents: DOCUMENTS,
  email: text,
  external_account: EXTERNAL_ACCOUNT,
  groups: hash({ payments_pricing: clearableText }),
  individual: TOKEN_FIELDS.individual,
  metadata,
  requested_capabilities: WORDS,
  settings: SETTINGS,
  tos_acceptance: hash({
    date: integer,
    ip: text,
    service_agreement: oneOf('full', 'recipient'),
    user_agent: clearableText,
  }),
}

/** `POST /v1/accounts`. */
export const CREATE_FIELDS = { ...UPDATE_FIELDS, ...CONTROLLER_FIELDS, country: text }
