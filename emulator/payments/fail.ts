import { docUrl, StripeError } from '../core/errors.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import type { Decline } from '../payment-methods/declines.ts'
import type { PaymentMethod } from '../payment-methods/method.ts'
import { addCardCharge } from './charge.ts'
import { emitIntent } from './intent.ts'
import type { PaymentIntent } from './kinds.ts'

export type PaymentError = NonNullable<PaymentIntent['last_payment_error']>

/**
 * Ends an attempt with a refusal: a failed charge stays, and the intent wants another payment method.
 * @throws StripeError 402, always.
 */
export function failAttempt(
  tx: Tx,
  intent: PaymentIntent,
  method: PaymentMethod,
  decline: Decline,
  account: string,
): never {
  const attempt = { decline, authenticated: false, manualCapture: false, offSession: false }
  const charge = addCardCharge(tx, intent, method, attempt, account)
  const named = { doc_url: docUrl(decline.code), payment_method_type: method.type }
  const error = { ...decline, ...named, charge: charge.id, type: 'card_error' }
  intent.latest_charge = charge.id
  backToMethod(intent, { ...error, payment_method: structuredClone(method) } as unknown as PaymentError)
  emit(tx, 'charge.failed', charge, account)
  emitIntent(tx, 'payment_intent.payment_failed', intent, account)
  const payment_method = structuredClone(method)
  const payment_intent = structuredClone(intent)
  throw new StripeError(
    402,
    { ...decline, type: 'card_error', charge: charge.id, payment_intent, payment_method },
    { keepsWork: true },
  )
}

/** Ends a challenge that the payer did not pass: no charge was tried. */
export function failAuthentication(tx: Tx, intent: PaymentIntent, account: string): void {
  const code = 'payment_intent_authentication_failure'
  backToMethod(intent, {
    code,
    doc_url: docUrl(code),
    message:
      'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
    payment_method: structuredClone(tx.get('payment_method', String(intent.payment_method))),
    type: 'invalid_request_error',
  } as unknown as PaymentError)
  emitIntent(tx, 'payment_intent.payment_failed', intent, account)
}

/** The intent wants another payment method. */
export function backToMethod(intent: PaymentIntent, error: PaymentError): void {
  intent.status = 'requires_payment_method'
  intent.payment_method = null
  intent.next_action = null
  intent.last_payment_error = error
}
