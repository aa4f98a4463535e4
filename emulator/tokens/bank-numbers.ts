import { invalid } from '../core/errors.ts'
import { COUNTRY_CURRENCY, IBAN_COUNTRIES, LOCAL_FORMS, type LocalForm } from './bank-countries.ts'

/** A bank account as sent: `bank_account[…]` of a token or `external_account[…]` of an account. */
export interface BankDetails {
  country: string
  currency: string
  account_number: string
  routing_number?: string | undefined
  account_holder_name?: string | null | undefined
  account_holder_type?: 'company' | 'individual' | null | undefined
  account_type?: string | null | undefined
}

/** As `BankDetails`; the currency may be missing. */
export type SentBank = Omit<BankDetails, 'currency'> & { currency?: string | undefined }

/** Details without blanks, in capitals; the currency is the country's unless said. */
export function normalized(sent: SentBank): BankDetails {
  const country = sent.country.toUpperCase()
  return {
    ...sent,
    country,
    currency: (sent.currency ?? COUNTRY_CURRENCY[country] ?? 'usd').toLowerCase(),
    account_number: sent.account_number.replaceAll(/[\s-]/g, '').toUpperCase(),
    routing_number: sent.routing_number?.replaceAll(/\s/g, ''),
  }
}

/** How the failing test numbers end, in every country, and what a payout to them fails with. */
const FAILURES: Record<string, string> = {
  '11116': 'no_account',
  '11113': 'account_closed',
  '22227': 'insufficient_funds',
  '33335': 'debit_not_authorized',
  '44440': 'invalid_currency',
  // IBANs: DE62370400440532013001 and so on.
  '13001': 'no_account',
  '13002': 'account_closed',
  '13003': 'insufficient_funds',
  '13004': 'debit_not_authorized',
  '13005': 'invalid_currency',
}

/** What a payout to the number fails with, or null when it arrives. */
export function payoutFailureOf(accountNumber: string): string | null {
  return FAILURES[accountNumber.slice(-5)] ?? null
}

/** The check of ISO 13616: the rearranged number leaves 1 when divided by 97. */
export function isIban(value: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(value)) return false
  let rest = 0
  for (const character of value.slice(4) + value.slice(0, 4)) {
    const digits = String(Number.parseInt(character, 36))
    rest = Number(`${rest}${digits}`) % 97
  }
  return rest === 1
}

/** The check digit of an American Bankers Association routing number. */
function isAbaRouting(value: string): boolean {
  // Stripe's test banks: 110000000 passes the check, 111000000 and its like do not and are taken all the same.
  if (/^11\d000000$/.test(value)) return true
  const sum = [...value].reduce(
    (total, digit, index) => total + Number(digit) * ([3, 7, 1][index % 3] ?? 0),
    0,
  )
  return sum % 10 === 0
}

function checkIban(iban: string, prefix: string): void {
  if (isIban(iban)) return
  throw invalid('The IBAN you provided is invalid. Try DE89370400440532013000.', {
    code: 'account_number_invalid',
    param: `${prefix}[account_number]`,
  })
}

function checkRouting(details: BankDetails, form: LocalForm, prefix: string): void {
  if (!form.routing) return
  const routing = details.routing_number ?? ''
  const param = `${prefix}[routing_number]`
  if (routing === '') {
    throw invalid(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
  }
  const american = details.country === 'US'
  if (american && !form.routing.test(routing))
    throw invalid('Routing number must have 9 digits', { code: 'routing_number_invalid', param })
  if (form.routing.test(routing) && (!american || isAbaRouting(routing))) return
  throw invalid(`Invalid ${form.routingName}: ${routing}`, { code: 'routing_number_invalid', param })
}

/**
 * Refuses numbers that no bank of that country has, and numbers of real accounts: this is test mode.
 * @throws StripeError 400 `account_number_invalid`, `routing_number_invalid`, `parameter_missing`.
 */
export function checkBankDetails(details: BankDetails, prefix: string): void {
  const { country, account_number: number } = details
  const form = LOCAL_FORMS[country]
  if (IBAN_COUNTRIES.has(country) && (!form || /^[A-Z]{2}/.test(number))) {
    checkIban(number, prefix)
    return
  }
  const param = `${prefix}[account_number]`
  if (!form) {
    if (!/^[A-Z]{2}$/.test(country) || COUNTRY_CURRENCY[country] === undefined) {
      throw invalid(`Bank accounts in ${country} are not supported.`, { param: `${prefix}[country]` })
    }
    if (/^[A-Z0-9]{4,34}$/.test(number)) return
    throw invalid('Invalid account number', { code: 'account_number_invalid', param })
  }
  checkRouting(details, form, prefix)
  if (form.account.test(number)) return
  throw invalid(
    `You must use a test bank account number in test mode. Try ${form.example} or see more options at https://stripe.com/docs/connect/testing#account-numbers.`,
    { code: 'account_number_invalid', param },
  )
}
