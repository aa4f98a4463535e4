import { badParameter, invalid } from '../core/errors.ts'
import type { Params } from '../core/params.ts'
import type { Tx } from '../core/tx.ts'
import { checkMinimum } from './currency.ts'
import { intentError } from './intent.ts'
import type { CAPTURE_FIELDS } from './intent-params.ts'
import type { Charge, PaymentIntent } from './kinds.ts'

const MOST_CAPTURES = 50

/** @throws StripeError 400 `payment_intent_unexpected_state`. */
export function requireCapturable(intent: PaymentIntent): void {
  if (intent.status === 'requires_capture') return
  const reason =
    intent.status !== 'succeeded'
      ? `This PaymentIntent could not be captured because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`
      : intent.amount_received < intent.amount
        ? 'The remaining amount on this PaymentIntent could not be captured because the remainder of the authorized amount has been released.'
        : 'This PaymentIntent could not be captured because it has already been captured.'
  throw intentError(intent, reason, { code: 'payment_intent_unexpected_state' })
}

interface Wanted {
  amount: number
  isFinal: boolean
}

/**
 * Refuses amounts that the hold does not have, and captures that leave a rest where the card allows only one.
 * @throws StripeError 400 `amount_too_large`, `parameter_invalid_integer`, and without a code for `final_capture`.
 */
export function checkCapture(tx: Tx, intent: PaymentIntent, charge: Charge, wanted: Wanted): void {
  const card = charge.payment_method_details?.card
  const many = card?.multicapture?.status === 'available'
  if (!wanted.isFinal) checkRest(tx, intent, charge, { ...wanted, many })
  const over = card?.overcapture
  const isOver = over?.status === 'available' && wanted.isFinal
  const most = isOver ? over.maximum_amount_capturable - charge.amount_captured : intent.amount_capturable
  if (wanted.amount > most) throw tooMuch(intent)
  if (wanted.amount < 0)
    throw intentError(intent, 'Invalid non-negative integer', { param: 'amount_to_capture' })
  // Nothing more of a hold that was captured in part: the rest is let go.
  if (wanted.amount === 0 && many && charge.amount_captured > 0 && wanted.isFinal) return
  if (wanted.amount === 0) {
    throw intentError(intent, 'This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  }
  if (!many) checkMinimum(wanted.amount, intent.currency)
}

function tooMuch(intent: PaymentIntent) {
  return intentError(
    intent,
    'The payment could not be captured because the requested capture amount is greater than the amount you can capture for this charge. Contact us via https://support.stripe.com/contact/ for help.',
    { code: 'amount_too_large' },
  )
}

function checkRest(tx: Tx, intent: PaymentIntent, charge: Charge, wanted: Wanted & { many: boolean }): void {
  const param = 'final_capture'
  if (!wanted.many) {
    throw invalid(
      '`final_capture` can only be set to `false` when multicapture is available for this PaymentIntent: request it with `payment_method_options[card][request_multicapture]`, and see `payment_method_details.card.multicapture.status` of its charge.',
      { param },
    )
  }
  if (wanted.amount >= intent.amount_capturable) {
    throw invalid(
      '`final_capture` cannot be set to `false` when the full amount of the PaymentIntent is captured.',
      { param },
    )
  }
  if ((tx.find('_hold', charge.id)?.captures ?? 0) < MOST_CAPTURES - 1) return
  throw invalid(`A PaymentIntent can be captured up to ${MOST_CAPTURES} times.`, { param })
}

/**
 * What the first of several captures says of fee or transfer, every later one has to say too.
 * @throws StripeError 400 `parameter_missing`; for a fee below nothing.
 */
export function requireRepeated(tx: Tx, charge: Charge, sent: Params<typeof CAPTURE_FIELDS>): void {
  const { application_fee_amount: fee, transfer_data: transfer } = sent
  if (fee !== undefined && fee < 0)
    throw invalid('Invalid non-negative integer', { param: 'application_fee_amount' })
  const hold = tx.find('_hold', charge.id)
  if (!hold || hold.captures === 0 || sent.amount_to_capture === 0) return
  const forgotten =
    hold.saysFee && fee === undefined
      ? 'application_fee_amount'
      : hold.saysShare && transfer?.amount === undefined
        ? 'transfer_data[amount]'
        : null
  if (forgotten === null) return
  throw badParameter(
    `You must provide \`${forgotten}\` on every capture of this PaymentIntent, because it was provided on the first one.`,
    { code: 'parameter_missing', param: forgotten },
  )
}
