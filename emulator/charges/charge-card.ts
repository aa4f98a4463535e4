import { invalid, missing, StripeError } from '../core/errors.ts'
import { schedule, type Task, unschedule } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { DECLINES, type Decline } from '../payment-methods/declines.ts'
import { addCardMethod, markChecked, type PaymentMethod } from '../payment-methods/method.ts'
import { addCardCharge } from '../payments/charge.ts'
import { checkMinimum } from '../payments/currency.ts'
import type { Charge, PaymentIntent } from '../payments/kinds.ts'
import { followUp, settle, wholeOf } from '../payments/settle.ts'
import { blankCardSource } from '../sources/card-source.ts'
import { billingOf, cardSent } from '../tokens/sent-card.ts'

interface CardCharge {
  /** Never stored: what is to be charged, as an intent would say it. */
  intent: PaymentIntent
  /** `tok_…`, `card_…`, a card written out, or nothing for the customer's default source. */
  source: Parameters<typeof cardSent>[1] | undefined
  capture: boolean
}

const WITH_METHOD =
  'legacy saved payment details, but does have a Payment Method attached. Use a Payment Intent instead of creating a Charge: https://stripe.com/docs/payments/payment-intents/migration'
const NOTHING_SAVED =
  'saved payment details. Attach a legacy Token, Card, Bank Account, or Source to this Customer and then try this request again, or use Payment Intents and Payment Methods instead.'

function hasMethods(tx: Tx, customer: string, account: string): boolean {
  for (const _ of tx.list('payment_method', account, { by: { field: 'customer', value: customer } }))
    return true
  return false
}

/** The card that a charge names: a token's, a saved one, or the customer's default. */
function cardOf(tx: Tx, { intent, source }: CardCharge, account: string): PaymentMethod {
  const { customer } = intent
  const named = source ?? (customer === null ? null : tx.get('customer', String(customer)).default_source)
  if (named === null) {
    if (customer === null) throw invalid('Must provide source or customer.', { code: 'parameter_missing' })
    throw new StripeError(402, {
      type: 'card_error',
      code: 'missing',
      param: 'card',
      message: `This Customer doesn't have any ${hasMethods(tx, String(customer), account) ? WITH_METHOD : NOTHING_SAVED}`,
    })
  }
  if (typeof named !== 'string' || !named.startsWith('card_')) {
    const { card, extras } = cardSent(tx, named as Parameters<typeof cardSent>[1], account)
    return addCardMethod(tx, card, account, billingOf(extras))
  }
  const id = named
  const saved = tx.row('card', id)
  if (saved?.account !== account || saved.value.customer !== customer)
    throw missing('source', id, 'source', 400)
  return tx.edit('payment_method', id)
}

/**
 * Charges a card without an intent: docs.stripe.com/api/charges/create. Cards that want the payer's authentication are declined, since
 * there is nobody to ask.
 * @throws StripeError 402, with the failed charge kept, when the card is declined.
 */
export function chargeCard(tx: Tx, wanted: CardCharge, account: string): Charge {
  const method = cardOf(tx, wanted, account)
  const { behaviour } = tx.get('_card', method.id)
  markChecked(method, behaviour)
  const mustAsk = behaviour.authentication !== 'none'
  const decline: Decline | null =
    behaviour.charge === 'ok'
      ? mustAsk
        ? DECLINES.authentication_required
        : null
      : DECLINES[behaviour.charge]
  const attempt = { decline, authenticated: false, manualCapture: !wanted.capture, offSession: false }
  const charge = addCardCharge(tx, wanted.intent, method, attempt, account)
  charge.payment_intent = null
  charge.source = (tx.find('card', method.id) ?? sourceOf(method)) as Charge['source']
  if (decline) {
    emit(tx, 'charge.failed', charge, account)
    throw new StripeError(402, { ...decline, type: 'card_error', charge: charge.id }, { keepsWork: true })
  }
  if (charge.transfer_data && charge.transfer_group === null) charge.transfer_group = `group_${charge.id}`
  if (wanted.capture) take(tx, charge, account)
  else hold(tx, charge, account)
  return charge
}

/** The card of a token as the charge shows it. */
function sourceOf(method: PaymentMethod) {
  const { card } = method
  if (!card) return null
  const facts = { brand: card.brand, country: card.country ?? '', funding: card.funding, last4: card.last4 }
  const dates = { exp_month: card.exp_month, exp_year: card.exp_year }
  const rest = { fingerprint: card.fingerprint ?? '', cvcGiven: false }
  return blankCardSource({ ...facts, ...dates, ...rest }, method, null)
}

function take(tx: Tx, charge: Charge, account: string): void {
  charge.amount_captured = charge.amount
  charge.captured = true
  const settled = settle(tx, charge, wholeOf(charge), account)
  emit(tx, 'charge.succeeded', charge, account)
  followUp(tx, charge, account, settled)
}

function hold(tx: Tx, charge: Charge, account: string): void {
  const at = charge.payment_method_details?.card?.capture_before ?? tx.now
  schedule(tx, { at, task: 'charge_expires', ref: charge.id, account })
  emit(tx, 'charge.succeeded', charge, account)
}

export interface CaptureWish {
  amount?: number | undefined
  applicationFee?: number | undefined
}

/**
 * Takes a held amount, or a part of it: docs.stripe.com/api/charges/capture
 * @throws StripeError 400 `charge_already_captured`, `charge_expired_for_capture`, `amount_too_large`, `amount_too_small`.
 */
export function captureCharge(tx: Tx, charge: Charge, wish: CaptureWish, account: string): Charge {
  if (charge.captured)
    throw invalid(`Charge ${charge.id} has already been captured.`, { code: 'charge_already_captured' })
  if (charge.refunded || charge.status !== 'succeeded') {
    throw invalid(`Charge ${charge.id} is no longer capturable because it was released or expired.`, {
      code: 'charge_expired_for_capture',
    })
  }
  const amount = wish.amount ?? charge.amount
  if (amount > charge.amount) {
    throw invalid('You cannot capture a charge for an amount greater than it already has.', {
      code: 'amount_too_large',
      param: 'amount',
    })
  }
  if (amount < 1) throw invalid('Invalid positive integer', { param: 'amount' })
  checkMinimum(amount, charge.currency)
  unschedule(tx, 'charge_expires', charge.id, account)
  const fee = wish.applicationFee ?? charge.application_fee_amount
  charge.application_fee_amount = fee === null ? null : Math.min(fee, amount)
  charge.amount_captured = amount
  charge.captured = true
  const settled = settle(tx, charge, wholeOf(charge), account)
  emit(tx, 'charge.captured', charge, account)
  followUp(tx, charge, account, settled)
  return charge
}

/** The task that ends a hold without an intent. Stripe shows it as refunded in full, though no money moved. */
export const chargeExpires: Task = (tx, { ref, account }) => {
  const charge = tx.edit('charge', ref)
  if (charge.captured || charge.refunded) return
  charge.amount_refunded = charge.amount
  charge.refunded = true
  emit(tx, 'charge.expired', charge, account)
}
