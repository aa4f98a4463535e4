/** The roles of persons, as requirements name them while there is nobody. */
export type Role = 'directors' | 'executives' | 'individual' | 'owners' | 'representative'

/** What Stripe asks of accounts in a country (docs.stripe.com/connect/required-verification-information). */
export interface CountryRule {
  currency: string
  /** The address of a person and of a company needs a state or province. */
  state: boolean
  /** `ssn`: the last four digits will do; `required`: the whole number. */
  idNumber: 'required' | 'ssn' | null
  /** Asked of a person besides name, birthday and address. */
  extra: string[]
  /** Keyed-in data takes time to be looked at, even when it matches. */
  slowChecks: boolean
  /** The roles that a company has to name. */
  roles: Role[]
  /** An account there can only be paid to, by transfers. */
  payeeOnly: boolean
}

const PLAIN: Omit<CountryRule, 'currency'> = {
  state: false,
  idNumber: null,
  extra: ['email', 'phone'],
  slowChecks: false,
  roles: ['representative', 'owners', 'directors', 'executives'],
  payeeOnly: false,
}
const EURO = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ')

/** The countries in which accounts can be opened here. */
const RULES: Record<string, CountryRule> = {
  US: {
    ...PLAIN,
    currency: 'usd',
    state: true,
    idNumber: 'ssn',
    slowChecks: true,
    roles: ['representative', 'owners'],
  },
  CA: {
    ...PLAIN,
    currency: 'cad',
    state: true,
    extra: [],
    roles: ['representative', 'owners', 'directors'],
  },
  AU: { ...PLAIN, currency: 'aud', state: true, roles: ['representative', 'owners', 'directors'] },
  SG: {
    ...PLAIN,
    currency: 'sgd',
    idNumber: 'required',
    extra: ['email', 'phone', 'full_name_aliases', 'nationality'],
    roles: ['representative'],
  },
  NZ: { ...PLAIN, currency: 'nzd', roles: ['representative', 'owners', 'directors'] },
  HK: { ...PLAIN, currency: 'hkd', roles: ['representative', 'owners', 'directors'] },
  JP: { ...PLAIN, currency: 'jpy', roles: ['representative'] },
  MX: { ...PLAIN, currency: 'mxn', roles: ['representative', 'owners'] },
  AE: { ...PLAIN, currency: 'aed', extra: ['email', 'phone', 'nationality'] },
  BR: { ...PLAIN, currency: 'brl', state: true, idNumber: 'required' },
  TH: { ...PLAIN, currency: 'thb' },
  MY: { ...PLAIN, currency: 'myr' },
  IN: { ...PLAIN, currency: 'inr', state: true, idNumber: 'required' },
}
const ELSEWHERE_IN_EUROPE =
  'GB:gbp PL:pln CH:chf CZ:czk DK:dkk HU:huf NO:nok RO:ron SE:sek LI:chf GI:gbp IS:isk'
/** Countries whose accounts are paid to under the recipient agreement. */
const RECIPIENTS =
  'AR:ars BD:bdt BO:bob CL:clp CO:cop EG:egp ID:idr IL:ils KR:krw MZ:mzn PE:pen PH:php PY:pyg TN:tnd TR:try TW:twd UY:uyu VN:vnd ZA:zar KE:kes MA:mad BH:bhd JO:jod KW:kwd OM:omr'

function addAll(pairs: string, rule: Omit<CountryRule, 'currency'>): void {
  for (const pair of pairs.split(' ')) {
    const [country = '', currency = ''] = pair.split(':')
    RULES[country] = { ...rule, currency }
  }
}

addAll(EURO.map(country => `${country}:eur`).join(' '), PLAIN)
addAll(ELSEWHERE_IN_EUROPE, PLAIN)
addAll(RECIPIENTS, { ...PLAIN, payeeOnly: true, roles: ['representative'] })
addAll('PK:pkr', { ...PLAIN, payeeOnly: true, idNumber: 'required', roles: ['representative'] })

/** The rule of a country, or undefined where no account can be opened. */
export function countryRule(country: string): CountryRule | undefined {
  return RULES[country]
}
