import type { Currency } from './currencies.ts'

export type BankForm = 'routing_and_account' | 'sort_code_and_account' | 'bsb_and_account' | 'iban'

export type Country = {
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

/** A country of Europe whose banks are reached by IBAN. */
function european(
  currency: Currency,
  companyNumber: string,
  idNumber = 'National identification number',
): Country {
  return { currency, bank: 'iban', state: null, postalCode: 'Postal code', idNumber, companyNumber }
}

/**
 * The countries where Holdfast opens contractor accounts: those between which a platform can move money by itself, and
 * Australia, where only a platform of its own can (see contractorCountries). The forms know their bank and address habits.
 * https://docs.stripe.com/connect/cross-border-payouts
 */
export const COUNTRIES = {
  US: {
    currency: 'usd',
    bank: 'routing_and_account',
    state: 'State',
    postalCode: 'ZIP code',
    idNumber: 'Social security number (9 digits)',
    companyNumber: 'Employer identification number (EIN)',
  },
  CA: {
    currency: 'cad',
    bank: 'routing_and_account',
    state: 'Province',
    postalCode: 'Postal code',
    idNumber: 'Social Insurance Number',
    companyNumber: 'Business number (BN)',
  },
  GB: {
    currency: 'gbp',
    bank: 'sort_code_and_account',
    state: null,
    postalCode: 'Postcode',
    idNumber: 'National Insurance number',
    companyNumber: 'Company registration number (CRN)',
  },
  AT: european('eur', 'Commercial register number (FN)'),
  BE: european('eur', 'Enterprise number (KBO/BCE)'),
  BG: european('eur', 'Unified identification code (EIK)'),
  CH: european('chf', 'Enterprise identification number (UID)', 'AHV number'),
  CY: european('eur', 'Registration number (HE)'),
  CZ: european('czk', 'Identification number (IČO)'),
  DE: european('eur', 'Commercial register number (HRB)', 'Tax identification number'),
  DK: european('dkk', 'CVR number', 'CPR number'),
  EE: european('eur', 'Registry code'),
  ES: european('eur', 'Tax number (NIF)'),
  FI: european('eur', 'Business ID (Y-tunnus)'),
  FR: european('eur', 'SIREN number', 'Tax number'),
  GR: european('eur', 'General commercial registry number (GEMI)'),
  HR: european('eur', 'Personal identification number (OIB)'),
  HU: european('huf', 'Company registration number'),
  IE: european('eur', 'Company registration number (CRO)'),
  IT: european('eur', 'Tax code (codice fiscale)'),
  LI: european('chf', 'Enterprise identification number'),
  LT: european('eur', 'Company code'),
  LU: european('eur', 'Trade register number (RCS)'),
  LV: european('eur', 'Registration number'),
  MT: european('eur', 'Registration number (C)'),
  NL: european('eur', 'Chamber of commerce number (KVK)'),
  NO: european('nok', 'Organisation number'),
  PL: european('pln', 'Tax number (NIP)', 'PESEL'),
  PT: european('eur', 'Tax number (NIPC)'),
  RO: european('ron', 'Registration code (CUI)'),
  SE: european('sek', 'Organisation number', 'Personal identity number'),
  SI: european('eur', 'Registration number'),
  SK: european('eur', 'Identification number (IČO)'),
  AU: {
    currency: 'aud',
    bank: 'bsb_and_account',
    state: 'State',
    postalCode: 'Postcode',
    idNumber: 'Tax file number',
    companyNumber: 'Australian company number (ACN)',
  },
} satisfies Record<string, Country>

export type CountryCode = keyof typeof COUNTRIES

const NAMES = new Intl.DisplayNames('en', { type: 'region' })

export function isCountryCode(code: string): code is CountryCode {
  return Object.hasOwn(COUNTRIES, code)
}

export function countryName(code: CountryCode): string {
  return NAMES.of(code) ?? code
}

const CODES = Object.keys(COUNTRIES) as CountryCode[]
const DOMESTIC_ONLY: CountryCode[] = ['AU']

/**
 * Where a platform's contractors can live: anywhere within North America and Europe for a platform of there, and otherwise in its
 * own country only. `platform` is the country of the platform's own account at Stripe; null while that is not known.
 * https://docs.stripe.com/connect/cross-border-payouts
 */
export function contractorCountries(platform: string | null): CountryCode[] {
  const region = CODES.filter(code => !DOMESTIC_ONLY.includes(code))
  if (platform === null || region.some(code => code === platform)) return region
  return CODES.filter(code => code === platform)
}
