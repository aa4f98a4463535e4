import { invalid } from '../core/errors.ts'
import { mergeMetadata } from '../core/metadata.ts'
import type { Params } from '../core/params.ts'
import { unschedule } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { formatAmount } from './currency.ts'
import { emitIntent } from './intent.ts'
import { type CAPTURE_FIELDS, calculatedDescriptor, checkDescriptors } from './intent-params.ts'
import type { PaymentIntent } from './kinds.ts'
import { followUp, settle } from './settle.ts'

/**
 * Takes a held amount, or a part of it; the rest of the hold is let go.
 * The application fee is not scaled down with a part: it is capped at what is captured, as Stripe does.
 * @throws StripeError 400 `charge_already_captured`, `payment_intent_unexpected_state`, `amount_too_large`.
 */
export function captureIntent(
  tx: Tx,
  intent: PaymentIntent,
  sent: Params<typeof CAPTURE_FIELDS>,
  account: string,
): PaymentIntent {
  requireCapturable(intent)
  checkDescriptors(sent)
  const amount = sent.amount_to_capture ?? intent.amount_capturable
  checkAmount(intent, amount)
  const charge = tx.edit('charge', String(intent.latest_charge))
  charge.amount_captured = amount
  if (sent.statement_descriptor_suffix) {
    charge.statement_descriptor_suffix = sent.statement_descriptor_suffix
    charge.calculated_statement_descriptor = calculatedDescriptor(sent.statement_descriptor_suffix)
  }
  setFee(intent, sent.application_fee_amount, amount)
  charge.application_fee_amount = intent.application_fee_amount
  if (charge.transfer_data?.amount != null || sent.transfer_data?.amount !== undefined) {
    const share = Math.min(sent.transfer_data?.amount ?? charge.transfer_data?.amount ?? amount, amount)
    if (charge.transfer_data) charge.transfer_data.amount = share
  }
  intent.status = 'succeeded'
  intent.amount_capturable = 0
  intent.amount_received = amount
  intent.metadata = mergeMetadata(intent.metadata, sent.metadata)
  unschedule(tx, 'hold_expires', intent.id, account)
  charge.captured = true
  const settled = settle(tx, charge, account)
  emit(tx, 'charge.captured', charge, account)
  emitIntent(tx, 'payment_intent.succeeded', intent, account)
  followUp(tx, charge, account, settled)
  return intent
}

function requireCapturable(intent: PaymentIntent) {
  if (intent.status === 'requires_capture') return
  if (intent.status === 'succeeded') {
    throw invalid('This PaymentIntent could not be captured because it has already been captured.', {
      code: 'charge_already_captured',
    })
  }
  throw invalid(
    `This PaymentIntent could not be captured because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`,
    { code: 'payment_intent_unexpected_state' },
  )
}

function checkAmount(intent: PaymentIntent, amount: number) {
  if (amount > intent.amount_capturable) {
    const most = formatAmount(intent.amount_capturable, intent.currency)
    throw invalid(
      `The amount you are trying to capture is greater than the amount that is authorized: the remaining amount you can capture is ${most}.`,
      { code: 'amount_too_large', param: 'amount_to_capture' },
    )
  }
  if (amount < 1) {
    throw invalid('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount_to_capture',
    })
  }
}

function setFee(intent: PaymentIntent, sent: number | undefined, captured: number) {
  const fee = sent ?? intent.application_fee_amount
  if (fee === null) return
  if (fee < 0) throw invalid('Invalid non-negative integer', { param: 'application_fee_amount' })
  intent.application_fee_amount = Math.min(fee, captured)
}
