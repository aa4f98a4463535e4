import { badParameter } from '../core/errors.ts'
import type { FormFields, FormValue } from '../core/form.ts'
import { metadata } from '../core/metadata.ts'
import {
  boolean,
  clearableText,
  decimal,
  hash,
  ignored,
  integer,
  list,
  oneOf,
  type Spec,
  text,
} from '../core/params.ts'
import { EXTERNAL_BANK } from '../tokens/bank-account.ts'

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

/** A token's id, or the thing itself. */
function textOr<T>(spec: Spec<T>): Spec<string | T> {
  return { read: (value: FormValue, path) => (typeof value === 'string' ? value : spec.read(value, path)) }
}

export const ADDRESS = hash({
  city: clearableText,
  country: text,
  line1: clearableText,
  line2: clearableText,
  postal_code: clearableText,
  state: clearableText,
})

const DOCUMENT = hash({ front: text, back: text })

/** `individual[…]` of an account and the parameters of a person. */
export const PERSON_FIELDS = {
  additional_tos_acceptances: ignored,
  address: ADDRESS,
  dob: hash({ day: integer, month: integer, year: integer }),
  email: text,
  first_name: text,
  full_name_aliases: list(text),
  gender: text,
  id_number: text,
  id_number_secondary: text,
  last_name: text,
  maiden_name: text,
  metadata,
  nationality: text,
  phone: text,
  political_exposure: oneOf('existing', 'none'),
  registered_address: ADDRESS,
  relationship: hash({
    authorizer: boolean,
    director: boolean,
    executive: boolean,
    legal_guardian: boolean,
    owner: boolean,
    percent_ownership: decimal,
    representative: boolean,
    title: text,
  }),
  ssn_last_4: text,
  verification: hash({ document: DOCUMENT, additional_document: DOCUMENT }),
}

const COMPANY = hash({
  address: ADDRESS,
  directors_provided: boolean,
  executives_provided: boolean,
  name: text,
  owners_provided: boolean,
  phone: text,
  registration_number: text,
  structure: text,
  tax_id: text,
  tax_id_registrar: text,
  vat_id: text,
  verification: hash({ document: DOCUMENT }),
})

const BUSINESS_PROFILE = hash({
  annual_revenue: ignored,
  estimated_worker_count: integer,
  mcc: text,
  minority_owned_business_designation: ignored,
  monthly_estimated_revenue: ignored,
  name: text,
  product_description: text,
  support_address: ADDRESS,
  support_email: text,
  support_phone: text,
  support_url: clearableText,
  url: text,
})

const SETTINGS = hash({
  bacs_debit_payments: ignored,
  branding: ignored,
  card_issuing: ignored,
  card_payments: hash({
    decline_on: hash({ avs_failure: boolean, cvc_failure: boolean }),
    statement_descriptor_prefix: clearableText,
    statement_descriptor_prefix_kana: clearableText,
    statement_descriptor_prefix_kanji: clearableText,
  }),
  dashboard: hash({ display_name: text, timezone: text }),
  invoices: ignored,
  payments: hash({
    statement_descriptor: text,
    statement_descriptor_kana: clearableText,
    statement_descriptor_kanji: clearableText,
  }),
  payouts: hash({
    debit_negative_balances: boolean,
    schedule: hash({
      delay_days: textOr(integer),
      interval: oneOf('daily', 'manual', 'monthly', 'weekly'),
      monthly_anchor: integer,
      monthly_payout_days: list(integer),
      weekly_anchor: text,
      weekly_payout_days: list(text),
    }),
    statement_descriptor: text,
  }),
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
  bank_account: EXTERNAL_BANK,
  business_profile: BUSINESS_PROFILE,
  business_type: TOKEN_FIELDS.business_type,
  capabilities: record(hash({ requested: boolean })),
  company: COMPANY,
  default_currency: text,
  documents: ignored,
  email: text,
  external_account: textOr(EXTERNAL_BANK),
  groups: ignored,
  individual: TOKEN_FIELDS.individual,
  metadata,
  requested_capabilities: list(text),
  settings: SETTINGS,
  tos_acceptance: hash({
    date: integer,
    ip: text,
    service_agreement: oneOf('full', 'recipient'),
    user_agent: clearableText,
  }),
}

/** `POST /v1/accounts`. */
export const CREATE_FIELDS = {
  ...UPDATE_FIELDS,
  country: text,
  type: oneOf('custom', 'express', 'standard'),
  controller: hash({
    fees: hash({ payer: oneOf('account', 'application') }),
    losses: hash({ payments: oneOf('application', 'stripe') }),
    requirement_collection: oneOf('application', 'stripe'),
    stripe_dashboard: hash({ type: oneOf('express', 'full', 'none') }),
  }),
}
