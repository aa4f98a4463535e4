import { badParameter, invalid } from '../core/errors.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import { hash, ignored, integer, type Params, required, text } from '../core/params.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { overcaptureLimit } from './card-features.ts'
import { checkChargeAmount, formatAmount } from './currency.ts'
import { emitIntent, requireStatus } from './intent.ts'
import type { Charge, PaymentIntent } from './kinds.ts'

export const INCREMENT_FIELDS = {
  amount: required(integer),
  amount_details: ignored,
  application_fee_amount: integer,
  description: text,
  hooks: ignored,
  metadata,
  payment_details: ignored,
  statement_descriptor: text,
  transfer_data: hash({ amount: integer }),
}

const MOST_INCREMENTS = 10

/**
 * Asks the bank to hold more: docs.stripe.com/payments/incremental-authorization
 * @throws StripeError 400 `payment_intent_unexpected_state`; without a code when the payment is not eligible.
 */
export function incrementAuthorization(
  tx: Tx,
  intent: PaymentIntent,
  sent: Params<typeof INCREMENT_FIELDS>,
  account: string,
): PaymentIntent {
  requireStatus(intent, { infinitive: 'increment', participle: 'incremented' }, ['requires_capture'])
  const charge = tx.edit('charge', String(intent.latest_charge))
  requireEligible(tx, intent, charge)
  checkChargeAmount(sent.amount, intent.currency)
  if (sent.amount <= intent.amount) {
    const now = formatAmount(intent.amount, intent.currency)
    throw badParameter(`The amount must be greater than the amount that is authorized already (${now}).`, {
      param: 'amount',
    })
  }
  grow(intent, charge, sent.amount)
  if (sent.application_fee_amount !== undefined) {
    intent.application_fee_amount = sent.application_fee_amount
    charge.application_fee_amount = sent.application_fee_amount
  }
  if (sent.transfer_data?.amount !== undefined && intent.transfer_data && charge.transfer_data) {
    const { amount } = sent.transfer_data
    intent.transfer_data = { ...intent.transfer_data, amount }
    charge.transfer_data = { ...charge.transfer_data, amount }
  }
  if (sent.description !== undefined) intent.description = sent.description
  intent.metadata = mergeMetadata(intent.metadata, sent.metadata)
  count(tx, charge, account)
  emit(tx, 'charge.updated', charge, account)
  emitIntent(tx, 'payment_intent.amount_capturable_updated', intent, account)
  return intent
}

function requireEligible(tx: Tx, intent: PaymentIntent, charge: Charge): void {
  if (intent.payment_method_options?.card?.request_incremental_authorization !== 'if_available') {
    throw invalid(
      'This PaymentIntent is not eligible for incremental authorization because you did not request support using `request_incremental_authorization` when you created or confirmed it.',
    )
  }
  if (charge.payment_method_details?.card?.incremental_authorization?.status !== 'available') {
    throw invalid('This PaymentIntent is not eligible for incremental authorization.')
  }
  if (charge.amount_captured > 0) {
    throw invalid(
      'This PaymentIntent is not eligible for incremental authorization because it has been partially captured.',
    )
  }
  if ((tx.find('_hold', charge.id)?.increments ?? 0) < MOST_INCREMENTS) return
  throw invalid(`A PaymentIntent can have at most ${MOST_INCREMENTS} incremental authorization attempts.`)
}

function grow(intent: PaymentIntent, charge: Charge, amount: number): void {
  intent.amount = amount
  intent.amount_capturable = amount
  charge.amount = amount
  const details = charge.payment_method_details
  if (!details?.card) return
  const { overcapture: over } = details.card
  const limit = over && {
    ...over,
    maximum_amount_capturable: overcaptureLimit(amount, over.status === 'available'),
  }
  const card = { ...details.card, amount_authorized: amount, ...(limit ? { overcapture: limit } : {}) }
  charge.payment_method_details = { ...details, card }
}

function count(tx: Tx, charge: Charge, account: string): void {
  if (tx.row('_hold', charge.id)) tx.edit('_hold', charge.id).increments += 1
  else tx.put('_hold', charge.id, { captures: 0, increments: 1, saysFee: false, saysShare: false }, account)
}
