import { StripeError } from '../core/errors.ts'
import { schedule } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { DECLINES } from '../payment-methods/declines.ts'
import { attachMethod, markChecked, type PaymentMethod } from '../payment-methods/method.ts'
import { addCardCharge } from './charge.ts'
import { beginDebit } from './debit.ts'
import { failAttempt } from './fail.ts'
import { emitIntent } from './intent.ts'
import type { Charge, PaymentIntent } from './kinds.ts'
import { futureUsage, markMandate } from './mandate.ts'
import { challengeAction, type WayBack } from './next-action.ts'
import { followUp, settle, wholeOf } from './settle.ts'

/** The circumstances of one attempt to pay. */
export interface Circumstances {
  /** The payer has passed the challenge. */
  authenticated: boolean
  /** The payer is not there to be asked. */
  offSession: boolean
  /** Fail instead of asking the payer. */
  refuseAction?: boolean
  /** Set when the payer is to be sent to the bank's page and back; Stripe.js asks them otherwise. */
  back?: WayBack | null
}

/**
 * Tries to pay an intent with its payment method: asks for authentication, is declined, holds the money or
 * takes it, as the card wants.
 * @throws StripeError 402, with the failed charge kept, when the card is declined.
 */
export function attemptPayment(tx: Tx, intent: PaymentIntent, account: string, how: Circumstances): void {
  const method = tx.edit('payment_method', String(intent.payment_method))
  if (method.type === 'sepa_debit') {
    beginDebit(tx, intent, method, account)
    keepMethod(tx, intent, method, account)
    return
  }
  const { behaviour } = tx.get('_card', method.id)
  if (!how.authenticated && mustAuthenticate(tx, intent, method)) {
    if (how.offSession || how.refuseAction) {
      failAttempt(tx, intent, method, DECLINES.authentication_required, account)
    }
    askPayer(tx, intent, account, how.back ?? null)
    return
  }
  markChecked(method, behaviour)
  if (behaviour.charge !== 'ok') failAttempt(tx, intent, method, DECLINES[behaviour.charge], account)
  approve(tx, intent, method, account, how)
}

function mustAuthenticate(tx: Tx, intent: PaymentIntent, method: PaymentMethod): boolean {
  const { behaviour, setUp } = tx.get('_card', method.id)
  if (behaviour.authentication === 'always') return true
  if (behaviour.authentication === 'unless_set_up' && !setUp) return true
  const asked = intent.payment_method_options?.card?.request_three_d_secure
  return asked === 'any' || asked === 'challenge'
}

function askPayer(tx: Tx, intent: PaymentIntent, account: string, back: WayBack | null) {
  intent.status = 'requires_action'
  intent.next_action = challengeAction(intent.client_secret, account, back)
  emitIntent(tx, 'payment_intent.requires_action', intent, account)
}

function approve(tx: Tx, intent: PaymentIntent, method: PaymentMethod, account: string, how: Circumstances) {
  const manualCapture = capturesByHand(intent)
  if (intent.transfer_data && intent.transfer_group === null) intent.transfer_group = `group_${intent.id}`
  const { authenticated, offSession } = how
  const attempt = { decline: null, authenticated, manualCapture, offSession }
  const charge = addCardCharge(tx, intent, method, attempt, account)
  markMandate(tx, intent, charge, account)
  intent.latest_charge = charge.id
  intent.next_action = null
  intent.last_payment_error = null
  if (how.authenticated) tx.edit('_card', method.id).setUp = true
  if (manualCapture) hold(tx, intent, charge, account)
  else take(tx, intent, charge, account)
  keepMethod(tx, intent, method, account)
}

function capturesByHand(intent: PaymentIntent): boolean {
  return (
    intent.capture_method === 'manual' || intent.payment_method_options?.card?.capture_method === 'manual'
  )
}

/** Puts the money on hold until the charge's `capture_before`. */
function hold(tx: Tx, intent: PaymentIntent, charge: Charge, account: string) {
  intent.status = 'requires_capture'
  intent.amount_capturable = intent.amount
  const at = charge.payment_method_details?.card?.capture_before ?? tx.now
  schedule(tx, { at, task: 'hold_expires', ref: intent.id, account })
  emit(tx, 'charge.succeeded', charge, account)
  emitIntent(tx, 'payment_intent.amount_capturable_updated', intent, account)
}

function take(tx: Tx, intent: PaymentIntent, charge: Charge, account: string) {
  intent.status = 'succeeded'
  intent.amount_received = intent.amount
  charge.amount_captured = charge.amount
  charge.captured = true
  const isLater = intent.capture_method === 'automatic_async'
  const whole = wholeOf(charge)
  const before = isLater ? null : settle(tx, charge, whole, account)
  emit(tx, 'charge.succeeded', charge, account)
  emitIntent(tx, 'payment_intent.succeeded', intent, account)
  const settled = before ?? settle(tx, charge, whole, account)
  followUp(tx, charge, account, { ...settled, isLater })
}

/** Saves the payment method if the intent says so; without a customer it is of no further use. */
function keepMethod(tx: Tx, intent: PaymentIntent, method: PaymentMethod, account: string) {
  if (method.customer !== null) return
  const { customer } = intent
  if (futureUsage(intent) !== null && customer !== null) {
    try {
      attachMethod(tx, method.id, String(customer), account)
      return
    } catch (error) {
      // The payment stands even if the bank does not want the card saved.
      if (!(error instanceof StripeError)) throw error
    }
  }
  tx.edit('_card', method.id).consumed = true
}
