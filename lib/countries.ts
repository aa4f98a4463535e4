import type { Currency } from './currencies.ts'

export type BankForm = 'routing_and_account' | 'sort_code_and_account' | 'bsb_and_account' | 'iban'

export type Country = {
  name: string
  /** What a bank account there is kept in, and Stripe settles in. */
  currency: Currency
  bank: BankForm
  /** What the first-level division of an address is called, where Stripe asks for it. */
  state: string | null
  postalCode: string
  /** What Stripe calls `id_number` there. */
  idNumber: string
  /** What Stripe calls a company's `tax_id` there. */
  companyNumber: string
}

/**
 * The countries where Holdfast opens contractor accounts: those between which a platform can move money by itself
 * (https://docs.stripe.com/connect/cross-border-payouts), of which the forms know the bank and address habits.
 */
export const COUNTRIES = {
  US: {
    name: 'United States',
    currency: 'usd',
    bank: 'routing_and_account',
    state: 'State',
    postalCode: 'ZIP code',
    idNumber: 'Social security number (9 digits)',
    companyNumber: 'Employer identification number (EIN)',
  },
  GB: {
    name: 'United Kingdom',
    currency: 'gbp',
    bank: 'sort_code_and_account',
    state: null,
    postalCode: 'Postcode',
    idNumber: 'National Insurance number',
    companyNumber: 'Company registration number (CRN)',
  },
  DE: {
    name: 'Germany',
    currency: 'eur',
    bank: 'iban',
    state: null,
    postalCode: 'Postal code',
    idNumber: 'Tax identification number',
    companyNumber: 'Commercial register number (HRB)',
  },
  FR: {
    name: 'France',
    currency: 'eur',
    bank: 'iban',
    state: null,
    postalCode: 'Postal code',
    idNumber: 'Tax number',
    companyNumber: 'SIREN number',
  },
  PL: {
    name: 'Poland',
    currency: 'pln',
    bank: 'iban',
    state: null,
    postalCode: 'Postal code',
    idNumber: 'PESEL',
    companyNumber: 'Tax number (NIP)',
  },
  CA: {
    name: 'Canada',
    currency: 'cad',
    bank: 'routing_and_account',
    state: 'Province',
    postalCode: 'Postal code',
    idNumber: 'Social Insurance Number',
    companyNumber: 'Business number (BN)',
  },
  AU: {
    name: 'Australia',
    currency: 'aud',
    bank: 'bsb_and_account',
    state: 'State',
    postalCode: 'Postcode',
    idNumber: 'Tax file number',
    companyNumber: 'Australian company number (ACN)',
  },
} as const satisfies Record<string, Country>

export type CountryCode = keyof typeof COUNTRIES

export function isCountryCode(code: string): code is CountryCode {
  return Object.hasOwn(COUNTRIES, code)
}
