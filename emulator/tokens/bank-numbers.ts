import { invalid } from '../core/errors.ts'

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

/** The countries whose banks are reached by IBAN. */
const IBAN_COUNTRIES = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LI LT LU LV MT NL NO PL PT RO SE SI SK CH GB'.split(' '),
)

interface LocalForm {
  account: RegExp
  routing: RegExp
  routingName: string
  /** What Stripe's docs name as a number that works. */
  example: string
}

/** Countries with account numbers of their own. Test numbers start with three zeros, as Stripe's do. */
const LOCAL_FORMS: Record<string, LocalForm> = {
  US: { account: /^000\d{6,9}$/, routing: /^\d{9}$/, routingName: 'routing number', example: '000123456789' },
  CA: {
    account: /^000\d{4,9}$/,
    routing: /^\d{5}-?\d{3}$/,
    routingName: 'routing number',
    example: '000123456789',
  },
  AU: { account: /^(000|111)\d{6}$/, routing: /^\d{3}-?\d{3}$/, routingName: 'BSB', example: '000123456' },
  GB: {
    account: /^000\d{5}$/,
    routing: /^\d{2}-?\d{2}-?\d{2}$/,
    routingName: 'sort code',
    example: '00012345',
  },
}

/** How the failing test numbers end, in every country, and what a payout to them fails with. */
const FAILURES: Record<string, string> = {
  '11116': 'no_account',
  '11113': 'account_closed',
  '22227': 'insufficient_funds',
  '33335': 'debit_not_authorized',
  '44440': 'invalid_currency',
}

/** What a payout to the number fails with, or null when it arrives. */
export function payoutFailureOf(accountNumber: string): string | null {
  return FAILURES[accountNumber.slice(-5)] ?? null
}

/** The check of ISO 13616: the rearranged number leaves 1 when divided by 97. */
function isIban(value: string): boolean {
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
  const routing = details.routing_number ?? ''
  const param = `${prefix}[routing_number]`
  if (routing === '') {
    throw invalid(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
  }
  const fits = form.routing.test(routing) && (details.country !== 'US' || isAbaRouting(routing))
  if (!fits)
    throw invalid(`Invalid ${form.routingName}: ${routing}`, { code: 'routing_number_invalid', param })
}

/**
 * Refuses numbers that no bank of that country has, and numbers of real accounts: this is test mode.
 * @throws StripeError 400 `account_number_invalid`, `routing_number_invalid`, `parameter_missing`.
 */
export function checkBankDetails(details: BankDetails, prefix: string): void {
  const { country, account_number: number } = details
  const asIban = /^[A-Z]{2}/.test(number)
  const form = LOCAL_FORMS[country]
  if (!form && !IBAN_COUNTRIES.has(country)) {
    throw invalid(`Bank accounts in ${country} are not supported.`, { param: `${prefix}[country]` })
  }
  if (!form || (asIban && country === 'GB')) {
    checkIban(number, prefix)
    return
  }
  checkRouting(details, form, prefix)
  if (form.account.test(number)) return
  throw invalid(
    `You must use a test bank account number in test mode. Try ${form.example} or see more options at https://stripe.com/docs/connect/testing#account-numbers.`,
    { code: 'account_number_invalid', param: `${prefix}[account_number]` },
  )
}
