import type { Trouble } from '../disputes/trouble.ts'
import type { DeclineName } from './declines.ts'

/** When the cardholder has to prove who they are. */
export type Authentication =
  /** Never. */
  | 'none'
  /** Until the card was set up, or paid with, under authentication. */
  | 'unless_set_up'
  /** At every payment, set up or not. */
  | 'always'

/** How a test card behaves. docs.stripe.com/testing */
export interface Behaviour {
  authentication: Authentication
  /** The answer to a charge. */
  charge: DeclineName | 'ok'
  /** The answer to being saved. */
  attach: DeclineName | 'ok'
  /** What a check of the security code says. */
  cvc: 'pass' | 'fail'
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

const ORDINARY: Behaviour = {
  authentication: 'none',
  charge: 'ok',
  attach: 'ok',
  cvc: 'pass',
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
    country: card?.country ?? 'US',
    funding: card?.funding ?? 'credit',
  }
}

/** The names that stand for a card, after `pm_card_` or `tok_`. */
const NAMES: Record<string, string> = {
  visa: '4242424242424242',
  visa_debit: '4000056655665556',
  visa_debit_us_transfersuccess: '4000056655665556',
  visa_debit_us_transferfail: '4000056655665572',
  visa_debit_us_instantpayoutunsupported: '4000056755665555',
  mastercard_debit_us_transfersuccess: '5200828282828210',
  discover_debit_us_transfersuccess: '6011981111111113',
  mastercard: '5555555555554444',
  mastercard_debit: '5200828282828210',
  mastercard_prepaid: '5105105105105100',
  amex: '378282246310005',
  discover: '6011111111111117',
  diners: '3056930009020004',
  jcb: '3566002020360505',
  unionpay: '6200000000000005',
  us: '4242424242424242',
  ca: '4000001240000000',
  gb: '4000008260000000',
  de: '4000002760000016',
  fr: '4000002500000003',
  pl: '4000006160000005',
  au: '4000000360000006',
  chargedeclined: '4000000000000002',
  visa_chargedeclined: '4000000000000002',
  chargedeclinedinsufficientfunds: '4000000000009995',
  visa_chargedeclinedinsufficientfunds: '4000000000009995',
  chargedeclinedlostcard: '4000000000009987',
  visa_chargedeclinedlostcard: '4000000000009987',
  chargedeclinedstolencard: '4000000000009979',
  visa_chargedeclinedstolencard: '4000000000009979',
  chargedeclinedexpiredcard: '4000000000000069',
  chargedeclinedincorrectcvc: '4000000000000127',
  chargedeclinedprocessingerror: '4000000000000119',
  visa_triggernextrequirements: '4000000000004202',
  visa_triggerchargeblock: '4000000000004210',
  visa_triggerpayoutblock: '4000000000004236',
  chargedeclinedfraudulent: '4100000000000019',
  visa_chargedeclinedvelocitylimitexceeded: '4000000000006975',
  chargecustomerfail: '4000000000000341',
  cvccheckfail: '4000000000000101',
  authenticationrequired: '4000002760003184',
  authenticationrequiredonsetup: '4000002500003155',
  authenticationrequiredsetupforoffsession: '4000002500003155',
  authenticationrequiredchargedeclinedinsufficientfunds: '4000008260003178',
  threedsecure2required: '4000000000003220',
  threedsecurerequired: '4000000000003063',
  threedsecurerequiredchargedeclined: '4000008400001629',
  bypasspending: '4000000000000077',
  bypasspendinginternational: '4000003720000278',
  pendingrefund: '4000000000007726',
  refundfail: '4000000000005126',
  createdispute: '4000000000000259',
  createdisputeproductnotreceived: '4000000000002685',
  createdisputeinquiry: '4000000000001976',
  createissuerfraudrecord: '4000000000005423',
}

/** The number behind `pm_card_visa`, `tok_visa` and the like, or null. */
export function numberNamed(name: string): string | null {
  const short = /^(?:pm_card|tok)_(.+)$/.exec(name)?.[1]
  return short === undefined ? null : (NAMES[short.toLowerCase()] ?? null)
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
