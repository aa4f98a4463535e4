import type { Currency } from './currencies.ts'
import type { MessageKey } from './i18n/messages.ts'
import type { Locale } from './i18n/model.ts'

export type BankForm = 'routing_and_account' | 'sort_code_and_account' | 'bsb_and_account' | 'iban'

export type Country = {
  /** What a bank account there is kept in, and Stripe settles in. */
  currency: Currency
  bank: BankForm
  /** What the first-level division of an address is called, where Stripe asks for it. */
  state: MessageKey | null
  postalCode: MessageKey
  /** What Stripe calls `id_number` there. */
  idNumber: MessageKey
  /** What Stripe calls a company's `tax_id` there. */
  companyNumber: MessageKey
}

/** A country of Europe whose banks are reached by IBAN. */
function european(
  currency: Currency,
  companyNumber: MessageKey,
  idNumber: MessageKey = 'countries.nationalId',
): Country {
  return { currency, bank: 'iban', state: null, postalCode: 'countries.postalCode', idNumber, companyNumber }
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
    state: 'countries.state',
    postalCode: 'countries.zip',
    idNumber: 'countries.ssn',
    companyNumber: 'countries.ein',
  },
  CA: {
    currency: 'cad',
    bank: 'routing_and_account',
    state: 'countries.province',
    postalCode: 'countries.postalCode',
    idNumber: 'countries.sin',
    companyNumber: 'countries.bn',
  },
  GB: {
    currency: 'gbp',
    bank: 'sort_code_and_account',
    state: null,
    postalCode: 'countries.postcode',
    idNumber: 'countries.nin',
    companyNumber: 'countries.crn',
  },
  AT: european('eur', 'countries.fn'),
  BE: european('eur', 'countries.kbo'),
  BG: european('eur', 'countries.eik'),
  CH: european('chf', 'countries.uid', 'countries.ahv'),
  CY: european('eur', 'countries.he'),
  CZ: european('czk', 'countries.ico'),
  DE: european('eur', 'countries.hrb', 'countries.germanTax'),
  DK: european('dkk', 'countries.cvr', 'countries.cpr'),
  EE: european('eur', 'countries.registryCode'),
  ES: european('eur', 'countries.nif'),
  FI: european('eur', 'countries.ytunnus'),
  FR: european('eur', 'countries.siren', 'countries.taxNumber'),
  GR: european('eur', 'countries.gemi'),
  HR: european('eur', 'countries.oib'),
  HU: european('huf', 'countries.companyRegistration'),
  IE: european('eur', 'countries.cro'),
  IT: european('eur', 'countries.codiceFiscale'),
  LI: european('chf', 'countries.enterpriseId'),
  LT: european('eur', 'countries.companyCode'),
  LU: european('eur', 'countries.rcs'),
  LV: european('eur', 'countries.registrationNumber'),
  MT: european('eur', 'countries.registrationC'),
  NL: european('eur', 'countries.kvk'),
  NO: european('nok', 'countries.organisationNumber'),
  PL: european('pln', 'countries.nip', 'countries.pesel'),
  PT: european('eur', 'countries.nipc'),
  RO: european('ron', 'countries.cui'),
  SE: european('sek', 'countries.organisationNumber', 'countries.personalIdentity'),
  SI: european('eur', 'countries.registrationNumber'),
  SK: european('eur', 'countries.ico'),
  AU: {
    currency: 'aud',
    bank: 'bsb_and_account',
    state: 'countries.state',
    postalCode: 'countries.postcode',
    idNumber: 'countries.tfn',
    companyNumber: 'countries.acn',
  },
} satisfies Record<string, Country>

export type CountryCode = keyof typeof COUNTRIES

export function isCountryCode(code: string): code is CountryCode {
  return Object.hasOwn(COUNTRIES, code)
}

/** What a country is called in a language. */
export function countryName(locale: Locale, code: CountryCode): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
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
