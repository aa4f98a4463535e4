import { newId } from '../core/ids.ts'
import { noAddress } from './address.ts'
import { countryRule } from './countries.ts'
import type { Account, Person, Requirements, Verification } from './kinds.ts'

/** Requirements of somebody of whom nothing is wanted. */
export function noRequirements(): Requirements {
  return {
    alternatives: [],
    current_deadline: null,
    currently_due: [],
    disabled_reason: null,
    errors: [],
    eventually_due: [],
    past_due: [],
    pending_verification: [],
  }
}

function noDocument() {
  return { back: null, details: null, details_code: null, front: null }
}

/** What Stripe shows of a person where it only pays out, known or not. */
const UNUSUAL = {
  first_name_kana: null,
  first_name_kanji: null,
  gender: null,
  last_name_kana: null,
  last_name_kanji: null,
  maiden_name: null,
  nationality: null,
}

/** A person of whom nothing is known yet. */
export function blankPerson(accountId: string, country: string, now: number): Person {
  const { disabled_reason: _reason, current_deadline: _deadline, ...requirements } = noRequirements()
  return {
    id: newId('person'),
    object: 'person',
    account: accountId,
    additional_tos_acceptances: { account: { date: null, ip: null, user_agent: null } },
    address: noAddress(country),
    created: now,
    dob: { day: null, month: null, year: null },
    email: null,
    first_name: null,
    future_requirements: structuredClone(requirements) as NonNullable<Person['future_requirements']>,
    id_number_provided: false,
    last_name: null,
    metadata: {},
    relationship: {
      authorizer: false,
      director: false,
      executive: false,
      legal_guardian: false,
      owner: false,
      percent_ownership: null,
      representative: true,
      title: null,
    },
    requirements: requirements as NonNullable<Person['requirements']>,
    ...(country === 'US' ? { ssn_last_4_provided: false } : {}),
    ...(countryRule(country)?.payeeOnly ? UNUSUAL : {}),
    verification: {
      additional_document: noDocument(),
      details: null,
      details_code: null,
      document: noDocument(),
      status: 'unverified',
    },
  }
}

function blankSettings(debits: boolean): Account['settings'] {
  return {
    bacs_debit_payments: { display_name: null, service_user_number: null },
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_issuing: { tos_acceptance: { date: null, ip: null } },
    card_payments: {
      decline_on: { avs_failure: false, cvc_failure: false },
      statement_descriptor_prefix: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    dashboard: { display_name: null, timezone: 'Etc/UTC' },
    invoices: { default_account_tax_ids: null, hosted_payment_method_save: 'offer' },
    payments: {
      statement_descriptor: null,
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    payouts: {
      debit_negative_balances: debits,
      schedule: { delay_days: 2, interval: 'daily' },
      statement_descriptor: null,
    },
    sepa_debit_payments: {},
  }
}

/** A company of which only the country is known. */
export function blankCompany(country: string): Account['company'] {
  return {
    address: noAddress(country),
    directors_provided: false,
    executives_provided: false,
    name: null,
    owners_provided: false,
    tax_id_provided: false,
    verification: { document: noDocument() },
  }
}

/** A connected account of which only the country and who answers for it are known. */
export function blankAccount(
  country: string,
  currency: string,
  now: number,
  controller: Account['controller'],
): Account {
  const id = newId('acct')
  // Of an account that is nothing yet there is no company; `applyAccount` adds one.
  const account: Omit<Account, 'company'> = {
    id,
    object: 'account',
    business_profile: {
      annual_revenue: null,
      estimated_worker_count: null,
      mcc: null,
      minority_owned_business_designation: null,
      name: null,
      product_description: null,
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: null,
    },
    business_type: null,
    capabilities: {},
    charges_enabled: false,
    controller,
    country,
    created: now,
    default_currency: currency,
    details_submitted: false,
    email: null,
    external_accounts: {
      object: 'list',
      data: [],
      has_more: false,
      url: `/v1/accounts/${id}/external_accounts`,
    },
    future_requirements: noRequirements(),
    metadata: {},
    payouts_enabled: false,
    requirements: noRequirements(),
    settings: blankSettings(controller.losses?.payments === 'stripe'),
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type: 'none',
  }
  return account as Account
}

/** Nothing checked, nothing asked for. */
export function blankVerification(): Verification {
  return {
    checks: {},
    refusedFiles: [],
    attempts: {},
    numbers: {},
    requested: {},
    wasActive: false,
    raised: 0,
    announced: null,
    deadlines: {},
    payoutsOnly: false,
    documents: {},
    listed: false,
    rejected: null,
  }
}
