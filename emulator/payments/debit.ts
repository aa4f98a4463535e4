import { docUrl } from '../core/errors.ts'
import { schedule, type Task } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { activeMandate } from '../mandates/mandate.ts'
import type { PaymentMethod } from '../payment-methods/method.ts'
import { addCardCharge } from './charge.ts'
import { backToMethod, type PaymentError } from './fail.ts'
import { emitIntent, intentError } from './intent.ts'
import type { PaymentIntent } from './kinds.ts'
import { markMandate, nameMandate } from './mandate.ts'
import { followUp, settle, wholeOf } from './settle.ts'

const CURRENCY = 'eur'

/**
 * Asks the payer's bank for the money of an intent. The answer comes later: until then the intent is `processing`.
 * @throws StripeError 400 for another currency, for a hold, and without a mandate.
 */
export function beginDebit(tx: Tx, intent: PaymentIntent, method: PaymentMethod, account: string): void {
  if (intent.currency !== CURRENCY) {
    throw intentError(
      intent,
      `The currency provided (${intent.currency}) is invalid for one or more payment methods: sepa_debit. It is only available for the following currencies: ${CURRENCY}.`,
      { param: 'currency' },
    )
  }
  if (intent.capture_method === 'manual') {
    throw intentError(intent, 'The payment method type sepa_debit does not support manual capture.', {
      param: 'capture_method',
    })
  }
  requireMandate(tx, intent, method, account)
  if (intent.transfer_data && intent.transfer_group === null) intent.transfer_group = `group_${intent.id}`
  const attempt = { decline: null, authenticated: false, manualCapture: false, offSession: false }
  const charge = addCardCharge(tx, intent, method, attempt, account)
  Object.assign(charge, { amount_captured: charge.amount, captured: true, paid: false, status: 'pending' })
  nameMandate(charge, activeMandate(tx, method.id, account)?.id ?? null)
  markMandate(tx, intent, charge, account)
  intent.status = 'processing'
  intent.latest_charge = charge.id
  intent.next_action = null
  intent.last_payment_error = null
  const { seconds } = tx.get('_debit', method.id)
  schedule(tx, { at: tx.now + seconds, task: 'debit_answered', ref: intent.id, account })
  emit(tx, 'charge.pending', charge, account)
  emitIntent(tx, 'payment_intent.processing', intent, account)
}

/** @throws StripeError 400 while the owner of the bank account has not agreed to be debited. */
function requireMandate(tx: Tx, intent: PaymentIntent, method: PaymentMethod, account: string): void {
  if (tx.find('_permission', intent.id) || activeMandate(tx, method.id, account)) return
  throw intentError(
    intent,
    'This PaymentIntent requires a mandate, but no existing mandate was found. Collect mandate acceptance from the customer and try again, providing acceptance data in the mandate_data parameter.',
    { param: 'mandate_data' },
  )
}

/** The task by which the bank's answer comes. */
const answered: Task = (tx, { ref, account }) => {
  const intent = tx.edit('payment_intent', ref)
  if (intent.status !== 'processing') return
  const charge = tx.edit('charge', String(intent.latest_charge))
  const methodId = String(charge.payment_method)
  if (tx.get('_debit', methodId).fails) {
    refuse(tx, intent, charge.id, methodId, account)
    return
  }
  charge.status = 'succeeded'
  charge.paid = true
  intent.status = 'succeeded'
  intent.amount_received = intent.amount
  const settled = settle(tx, charge, wholeOf(charge), account)
  emit(tx, 'charge.succeeded', charge, account)
  emitIntent(tx, 'payment_intent.succeeded', intent, account)
  followUp(tx, charge, account, settled)
}

function refuse(tx: Tx, intent: PaymentIntent, chargeId: string, methodId: string, account: string): void {
  const charge = tx.edit('charge', chargeId)
  const message = 'The customer’s bank account could not be debited.'
  Object.assign(charge, {
    amount_captured: 0,
    captured: false,
    failure_code: 'generic_decline',
    failure_message: message,
    status: 'failed',
  })
  const code = 'payment_intent_payment_attempt_failed'
  backToMethod(intent, {
    charge: charge.id,
    code,
    doc_url: docUrl(code),
    message,
    payment_method: structuredClone(tx.get('payment_method', methodId)),
    payment_method_type: 'sepa_debit',
    type: 'invalid_request_error',
  } as unknown as PaymentError)
  emit(tx, 'charge.failed', charge, account)
  emitIntent(tx, 'payment_intent.payment_failed', intent, account)
}

export const DEBIT_TASKS: Record<string, Task> = { debit_answered: answered }
