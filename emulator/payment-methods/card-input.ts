import { createHash } from 'node:crypto'
import { StripeError } from '../core/errors.ts'
import { hash, integer, oneOf, type Params, required, text } from '../core/params.ts'
import { type Behaviour, behaviourOf, cardFacts } from './test-cards.ts'

/** Card data as a browser or a test sends it. */
export const CARD_FIELDS = {
  number: required(text),
  exp_month: required(integer),
  exp_year: required(integer),
  cvc: text,
  networks: hash({ preferred: oneOf('cartes_bancaires', 'mastercard', 'visa') }),
}

/** What is kept of a card. The number is not: only its end and a digest that is the same for the same card. */
export interface KnownCard {
  brand: string
  country: string
  funding: string
  fingerprint: string
  last4: string
  exp_month: number
  exp_year: number
  cvcGiven: boolean
  behaviour: Behaviour
}

/**
 * Checks card data as Stripe does before it asks any bank.
 * @throws StripeError 402 `incorrect_number`, `invalid_number`, `invalid_expiry_month`, `invalid_expiry_year`, `invalid_cvc`.
 */
export function knownCard(sent: Params<typeof CARD_FIELDS>, now: number): KnownCard {
  const number = sent.number.replace(/[\s-]/g, '')
  if (!/^\d{12,19}$/.test(number))
    throw cardError('invalid_number', 'Your card number is not valid.', 'number')
  if (!passesLuhn(number)) throw cardError('incorrect_number', 'Your card number is incorrect.', 'number')
  const year = sent.exp_year < 100 ? 2000 + sent.exp_year : sent.exp_year
  const today = new Date(now * 1000)
  if (sent.exp_month < 1 || sent.exp_month > 12) {
    throw cardError('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month')
  }
  const past = year < today.getUTCFullYear()
  const pastMonth = year === today.getUTCFullYear() && sent.exp_month < today.getUTCMonth() + 1
  if (past || year > today.getUTCFullYear() + 50) {
    throw cardError('invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year')
  }
  if (pastMonth)
    throw cardError('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month')
  if (sent.cvc !== undefined && !/^\d{3,4}$/.test(sent.cvc)) {
    throw cardError('invalid_cvc', "Your card's security code is invalid.", 'cvc')
  }
  return {
    ...cardFacts(number),
    fingerprint: fingerprintOf(number),
    last4: number.slice(-4),
    exp_month: sent.exp_month,
    exp_year: year,
    cvcGiven: sent.cvc !== undefined,
    behaviour: behaviourOf(number),
  }
}

/** The cards behind test names that were asked for before, by number and year. */
const namedCards = new Map<string, KnownCard>()

/** The card behind a test name, good until the end of the year after next. */
export function namedCard(number: string, now: number): KnownCard {
  const exp_year = new Date(now * 1000).getUTCFullYear() + 2
  const key = `${number} ${exp_year}`
  const card =
    namedCards.get(key) ??
    knownCard({ number, exp_month: 12, exp_year, cvc: '314', networks: undefined }, now)
  namedCards.set(key, card)
  return { ...card }
}

/** 16 characters that are the same for the same number and do not give it away. */
function fingerprintOf(number: string): string {
  return createHash('sha256')
    .update(`card fingerprint ${number}`)
    .digest('base64')
    .replace(/\W/g, '')
    .slice(0, 16)
}

function passesLuhn(number: string): boolean {
  let sum = 0
  for (let i = 0; i < number.length; i++) {
    const digit = Number(number[number.length - 1 - i])
    const doubled = i % 2 === 0 ? digit : digit * 2
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

function cardError(code: string, message: string, param: string): StripeError {
  return new StripeError(402, { type: 'card_error', code, message, param })
}
