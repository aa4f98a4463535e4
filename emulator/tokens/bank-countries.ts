/** The form of account numbers where banks are not reached by IBAN. Test numbers start with zeros, as Stripe's do. */
export interface LocalForm {
  account: RegExp
  /** Null where the account number says its bank. */
  routing: RegExp | null
  routingName: string
  /** What Stripe's docs name as a number that works. */
  example: string
}

function form(
  account: RegExp,
  routing: RegExp | null,
  example: string,
  routingName = 'routing number',
): LocalForm {
  return { account, routing, routingName, example }
}

const BIC = /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/

/** Countries with account numbers of their own. */
export const LOCAL_FORMS: Record<string, LocalForm> = {
  AU: form(/^(000|111)\d{6}$/, /^\d{3}-?\d{3}$/, '000123456', 'BSB'),
  BR: form(/^0001234$|^000\d{2,11}$/, /^\d{3}-?\d{4}$/, '0001234'),
  CA: form(/^000\d{4,9}$/, /^\d{5}-?\d{3}$/, '000123456789'),
  GB: form(/^000\d{5}$/, /^\d{2}-?\d{2}-?\d{2}$/, '00012345', 'sort code'),
  HK: form(/^000\d{3,6}$/, /^\d{3}-?\d{3}$/, '000123456'),
  IN: form(/^000\d{6,15}$/, /^[A-Z]{4}0[A-Z0-9]{6}$/, '000123456789', 'IFSC'),
  JP: form(/^000\d{4}$/, /^\d{4}-?\d{3}$/, '0001234'),
  KR: form(/^000\d{6,13}$/, BIC, '000123456789'),
  MX: form(/^000000\d{12}$/, null, '000000001234567897'),
  MY: form(/^000\d{6,14}$/, BIC, '000123456000'),
  NZ: form(/^1100000\d{8,9}$/, null, '1100000000000010'),
  SG: form(/^000\d{3,9}$/, /^\d{4}-?\d{3}$/, '000123456'),
  TH: form(/^000\d{6,12}$/, /^\d{3}$/, '000123456789'),
  US: form(/^000\d{6,14}$/, /^\d{9}$/, '000123456789'),
  ZA: form(/^00000\d{4}$|^000\d{4,10}$/, BIC, '000001234'),
}

const IBANS =
  'AT:eur BE:eur BG:eur CY:eur CZ:czk DE:eur DK:dkk EE:eur ES:eur FI:eur FR:eur GR:eur HR:eur HU:huf IE:eur IT:eur LI:chf LT:eur LU:eur LV:eur MT:eur NL:eur NO:nok PL:pln PT:eur RO:ron SE:sek SI:eur SK:eur CH:chf GB:gbp GI:gbp IS:isk AE:aed TN:tnd PK:pkr TR:try IL:ils EG:egp'
const OTHERS =
  'AU:aud BR:brl CA:cad HK:hkd IN:inr JP:jpy KR:krw MX:mxn MY:myr NZ:nzd SG:sgd TH:thb US:usd ZA:zar AR:ars BD:bdt BO:bob CL:clp CO:cop ID:idr KE:kes MA:mad MZ:mzn PE:pen PH:php PY:pyg TW:twd UY:uyu VN:vnd'

function pairs(text: string): [string, string][] {
  return text.split(' ').map(pair => {
    const [country = '', currency = ''] = pair.split(':')
    return [country, currency]
  })
}

/** The countries whose banks are reached by IBAN. */
export const IBAN_COUNTRIES = new Set(pairs(IBANS).map(([country]) => country))

/** The currency of bank accounts in a country, unless another one is named. */
export const COUNTRY_CURRENCY: Record<string, string> = Object.fromEntries([
  ...pairs(IBANS),
  ...pairs(OTHERS),
])
