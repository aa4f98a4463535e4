import type { Tx } from '../core/tx.ts'
import { addMandate } from '../mandates/mandate.ts'
import { intentError } from './intent.ts'
import type { Charge, PaymentIntent } from './kinds.ts'

/** What the payment method is saved for by this payment; null when it is not. */
export function futureUsage(intent: PaymentIntent): 'off_session' | 'on_session' | null {
  const usage = intent.payment_method_options?.card?.setup_future_usage ?? intent.setup_future_usage
  return usage === 'none' ? null : usage
}

/** @throws StripeError 400 `payment_intent_mandate_invalid` for one that ended or is of another payment method. */
export function requireMandateFor(tx: Tx, intent: PaymentIntent, mandate: string | null): void {
  if (mandate === null) return
  const { payment_method, status } = tx.get('mandate', mandate)
  if (payment_method === intent.payment_method && status === 'active') return
  throw intentError(intent, 'The provided mandate is invalid and can not be used for the payment intent.', {
    code: 'payment_intent_mandate_invalid',
    param: 'mandate',
  })
}

/** Names on a charge the mandate that it was made with, or that the payer gave with it. */
export function markMandate(tx: Tx, intent: PaymentIntent, charge: Charge, account: string): void {
  const permission = tx.find('_permission', intent.id)
  if (!charge.payment_method_details || !permission) return
  const { acceptance, mandate } = permission
  if (mandate !== null) nameMandate(charge, mandate)
  if (acceptance === null) return
  const { amount, currency, on_behalf_of } = intent
  const singleUse = futureUsage(intent) === null ? { amount, currency } : null
  const onBehalfOf = on_behalf_of === null ? null : String(on_behalf_of)
  const paymentMethod = String(intent.payment_method)
  nameMandate(charge, addMandate(tx, { acceptance, paymentMethod, onBehalfOf, singleUse }, account).id)
}

/** Writes a mandate's id into what a charge tells of its card or bank account. */
export function nameMandate(charge: Charge, mandate: string | null): void {
  const details = charge.payment_method_details
  const { card, sepa_debit: bank } = details ?? {}
  if (details && card) charge.payment_method_details = { ...details, card: { ...card, mandate } }
  else if (details && bank) charge.payment_method_details = { ...details, sepa_debit: { ...bank, mandate } }
}
