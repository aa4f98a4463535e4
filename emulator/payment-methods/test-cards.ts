import type { Trouble } from '../disputes/trouble.ts'
import type { DeclineName } from './declines.ts'
import { countryOfCard } from './test-countries.ts'

/** When the cardholder has to prove who they are. */
export type Authentication =
  /** Never. */
  | 'none'
  /** Until the card was set up, or paid with, under authentication. */
  | 'unless_set_up'
  /** At every payment, set up or not. */
  | 'always'

export type Check = 'pass' | 'fail' | 'unavailable'

/** How a test card behaves. docs.stripe.com/testing */
export interface Behaviour {
  authentication: Authentication
  /** The answer to a charge. */
  charge: DeclineName | 'ok'
  /** The answer to being saved. */
  attach: DeclineName | 'ok'
  /** What a check of the security code says. */
  cvc: Check
  /** What checks of the billing address say. */
  line1: Check
  zip: Check
  risk: 'normal' | 'elevated'
  /** Money skips `pending`. */
  instantFunds: boolean
  refund: 'ok' | 'pending_then_ok' | 'ok_then_failed'
  /** What follows once the money was taken. */
  trouble: Trouble
}

interface TestCard extends Partial<Behaviour> {
  brand?: string
  country?: string
  funding?: 'credit' | 'debit' | 'prepaid'
}

const declined = (name: DeclineName): TestCard => ({ charge: name, attach: name })

/** Numbers of docs.stripe.com/testing with what sets them apart from 4242 4242 4242 4242. */
const CARDS: Record<string, TestCard> = {
  '4242424242424242': {},
  '4000056655665556': { funding: 'debit' },
  '4000056655665572': { funding: 'debit' },
  '4000056755665555': { funding: 'debit' },
  '6011981111111113': { brand: 'discover', funding: 'debit' },
  '5555555555554444': { brand: 'mastercard' },
  '2223003122003222': { brand: 'mastercard' },
  '5200828282828210': { brand: 'mastercard', funding: 'debit' },
  '5105105105105100': { brand: 'mastercard', funding: 'prepaid' },
  '378282246310005': { brand: 'amex' },
  '371449635398431': { brand: 'amex' },
  '6011111111111117': { brand: 'discover' },
  '6011000990139424': { brand: 'discover' },
  '3056930009020004': { brand: 'diners' },
  '36227206271667': { brand: 'diners' },
  '3566002020360505': { brand: 'jcb' },
  '6200000000000005': { brand: 'unionpay' },
  '4000001240000000': { country: 'CA' },
  '4000008260000000': { country: 'GB' },
  '4000002760000016': { country: 'DE' },
  '4000002500000003': { country: 'FR' },
  '4000006160000005': { country: 'PL' },
  '4000000360000006': { country: 'AU' },
  '4000003920000003': { country: 'JP' },
  '4000000000000002': declined('generic_decline'),
  '4000000000009995': declined('insufficient_funds'),
  '4000000000009987': declined('lost_card'),
  '4000000000009979': declined('stolen_card'),
  '4000000000000069': declined('expired_card'),
  '4000000000000127': declined('incorrect_cvc'),
  '4000000000000119': declined('processing_error'),
  '4000000000006975': declined('card_velocity_exceeded'),
  '4100000000000019': { charge: 'fraudulent' },
  '4000000000000341': { charge: 'generic_decline' },
  '4000000000000101': { cvc: 'fail' },
  '4000000000000010': { line1: 'fail', zip: 'fail' },
  '4000000000000028': { line1: 'fail' },
  '4000000000000036': { zip: 'fail' },
  '4000000000000044': { line1: 'unavailable', zip: 'unavailable' },
  '4000000000009235': { risk: 'elevated' },
  '4000000000004954': { charge: 'fraudulent' },
  '4000002500003155': { authentication: 'unless_set_up', country: 'FR' },
  '4000002760003184': { authentication: 'always', country: 'DE' },
  '4000000000003220': { authentication: 'always' },
  '4000000000003063': { authentication: 'always' },
  '4000008400001629': { authentication: 'always', charge: 'generic_decline' },
  '4000008260003178': { authentication: 'always', charge: 'insufficient_funds', country: 'GB' },
  '4000000000003055': {},
  '4000000000000077': { instantFunds: true },
  '4000003720000278': { instantFunds: true, country: 'IE' },
  '4000000000007726': { refund: 'pending_then_ok' },
  '4000000000005126': { refund: 'ok_then_failed' },
  '4000000000004202': { trouble: 'next_requirements' },
  '4000000000004210': { trouble: 'charge_block' },
  '4000000000004236': { trouble: 'payout_block' },
  '4000000000000259': { trouble: 'fraudulent' },
  '4000000000002685': { trouble: 'product_not_received' },
  '4000000000001976': { trouble: 'inquiry' },
  '4000000000005423': { trouble: 'early_fraud_warning' },
}

/** Any good card. */
export const ORDINARY: Readonly<Behaviour> = {
  authentication: 'none',
  charge: 'ok',
  attach: 'ok',
  cvc: 'pass',
  line1: 'pass',
  zip: 'pass',
  risk: 'normal',
  instantFunds: false,
  refund: 'ok',
  trouble: 'none',
}

/** How the card of this number behaves. A number that no table names behaves like any good card. */
export function behaviourOf(number: string): Behaviour {
  return { ...ORDINARY, ...CARDS[number] }
}

/** Brand, country and funding of a number. */
export function cardFacts(number: string): { brand: string; country: string; funding: string } {
  const card = CARDS[number]
  return {
    brand: card?.brand ?? brandOf(number),
    country: card?.country ?? countryOfCard(number) ?? 'US',
    funding: card?.funding ?? 'credit',
  }
}

function brandOf(number: string): string {
  if (/^4/.test(number)) return 'visa'
  if (/^(5[1-5]|2[2-7])/.test(number)) return 'mastercard'
  if (/^3[47]/.test(number)) return 'amex'
  if (/^(6011|64|65)/.test(number)) return 'discover'
  if (/^(30|36|38)/.test(number)) return 'diners'
  if (/^35/.test(number)) return 'jcb'
  return /^62/.test(number) ? 'unionpay' : 'unknown'
}
