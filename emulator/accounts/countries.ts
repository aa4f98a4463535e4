/** What Stripe asks of a person there, beyond name, birthday, address, e-mail, phone and documents. */
interface CountryRule {
  currency: string
  /** The address needs a state or province. */
  state: boolean
  /** `ssn`: the last four digits at once; `later`: an id number one day, which is only `eventually_due`. */
  idNumber: 'ssn' | 'later' | null
}

const PLAIN = { state: false, idNumber: null } as const
const EURO = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ')

/** The countries in which accounts can be opened here. */
const RULES: Record<string, CountryRule> = {
  US: { currency: 'usd', state: true, idNumber: 'ssn' },
  CA: { currency: 'cad', state: true, idNumber: 'later' },
  AU: { currency: 'aud', state: true, idNumber: null },
  GB: { currency: 'gbp', ...PLAIN },
  PL: { currency: 'pln', ...PLAIN },
  CH: { currency: 'chf', ...PLAIN },
  CZ: { currency: 'czk', ...PLAIN },
  DK: { currency: 'dkk', ...PLAIN },
  HU: { currency: 'huf', ...PLAIN },
  NO: { currency: 'nok', ...PLAIN },
  RO: { currency: 'ron', ...PLAIN },
  SE: { currency: 'sek', ...PLAIN },
}
/** Elsewhere an account can only be paid to. */
const RECIPIENTS = 'CL:clp HK:hkd JP:jpy KR:krw MX:mxn MZ:mzn NZ:nzd PE:pen PK:pkr SG:sgd TN:tnd ZA:zar'
for (const pair of RECIPIENTS.split(' ')) {
  const [country = '', currency = ''] = pair.split(':')
  RULES[country] = { currency, ...PLAIN }
}
for (const country of EURO) RULES[country] = { currency: 'eur', ...PLAIN }

/** The rule of a country, or undefined where no account can be opened. */
export function countryRule(country: string): CountryRule | undefined {
  return RULES[country]
}
