import { type Task, unschedule } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { closeHold } from './capture.ts'
import { emitIntent, requireStatus } from './intent.ts'
import type { Charge, PaymentIntent } from './kinds.ts'

const CANCELABLE = [
  'requires_payment_method',
  'requires_capture',
  'requires_confirmation',
  'requires_action',
  'processing',
] as const

/**
 * Cancels an intent and lets go of what it holds.
 * @throws StripeError 400 `payment_intent_unexpected_state` once it is succeeded or canceled.
 */
export function cancelIntent(
  tx: Tx,
  intent: PaymentIntent,
  reason: PaymentIntent['cancellation_reason'],
  account: string,
): PaymentIntent {
  // A debit that is with the bank already cannot be called back.
  const allowed = CANCELABLE.filter(status => status !== 'processing' || intent.status !== 'processing')
  requireStatus(intent, { infinitive: 'cancel', participle: 'canceled' }, allowed)
  if (endAfterCaptures(tx, intent, account)) return intent
  const held = intent.status === 'requires_capture' ? letGo(tx, intent) : null
  unschedule(tx, 'hold_expires', intent.id, account)
  close(intent, reason, tx.now)
  emitIntent(tx, 'payment_intent.canceled', intent, account)
  if (held) emit(tx, 'charge.refunded', held, account)
  return intent
}

/** The task that ends a hold at its `capture_before`. */
export const holdExpires: Task = (tx, { ref, account }) => {
  if (tx.find('payment_intent', ref)?.status !== 'requires_capture') return
  const intent = tx.edit('payment_intent', ref)
  if (endAfterCaptures(tx, intent, account)) return
  const charge = letGo(tx, intent)
  close(intent, 'automatic', tx.now)
  emit(tx, 'charge.expired', charge, account)
  emitIntent(tx, 'payment_intent.canceled', intent, account)
}

/** A hold of which something was captured ends as a payment: docs.stripe.com/payments/multicapture#close-payment */
function endAfterCaptures(tx: Tx, intent: PaymentIntent, account: string): boolean {
  if (intent.status !== 'requires_capture' || intent.amount_received === 0) return false
  const charge = tx.edit('charge', String(intent.latest_charge))
  closeHold(tx, intent, charge, account)
  emit(tx, 'charge.captured', charge, account)
  emitIntent(tx, 'payment_intent.amount_capturable_updated', intent, account)
  emitIntent(tx, 'payment_intent.succeeded', intent, account)
  return true
}

/** Stripe shows a hold that was let go as refunded in full, though no money ever moved. */
function letGo(tx: Tx, intent: PaymentIntent): Charge {
  const charge = tx.edit('charge', String(intent.latest_charge))
  charge.amount_refunded = charge.amount
  charge.refunded = true
  return charge
}

function close(intent: PaymentIntent, reason: PaymentIntent['cancellation_reason'], now: number) {
  intent.status = 'canceled'
  intent.amount_capturable = 0
  intent.canceled_at = now
  intent.cancellation_reason = reason
  intent.next_action = null
}
