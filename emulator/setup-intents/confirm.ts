import { docUrl, StripeError } from '../core/errors.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { addMandate } from '../mandates/mandate.ts'
import { DECLINES, type Decline } from '../payment-methods/declines.ts'
import { attachMethod, markChecked, type PaymentMethod } from '../payment-methods/method.ts'
import { intentError } from '../payments/intent.ts'
import { challengeAction, type WayBack } from '../payments/next-action.ts'
import { beginAttempt, endAttempt } from './attempt.ts'
import type { SetupIntent } from './kinds.ts'

type SetupError = NonNullable<SetupIntent['last_setup_error']>

/**
 * Tries to save a setup intent's card: asks for authentication, is refused, or attaches it to the customer.
 * @throws StripeError 402, with the intent's error kept, when the bank refuses.
 */
export function attemptSetup(
  tx: Tx,
  intent: SetupIntent,
  account: string,
  how: { authenticated: boolean; back?: WayBack | null },
): void {
  const method = tx.edit('payment_method', String(intent.payment_method))
  const { behaviour } = tx.get('_card', method.id)
  // Who comes back from the bank's page goes on with what they began.
  if (!how.authenticated) beginAttempt(tx, intent, method, account)
  const asked = intent.payment_method_options?.card?.request_three_d_secure
  const challenge = behaviour.authentication !== 'none' || asked === 'any' || asked === 'challenge'
  if (challenge && !how.authenticated) {
    intent.status = 'requires_action'
    intent.next_action = challengeAction(intent.client_secret, account, how.back ?? null)
    emit(tx, 'setup_intent.requires_action', intent, account)
    return
  }
  if (behaviour.attach !== 'ok') refuse(tx, intent, method, DECLINES[behaviour.attach], account)
  markChecked(method, behaviour)
  tx.edit('_card', method.id).setUp = true
  markMandate(tx, intent, method.id, account)
  if (method.type === 'sepa_debit' && intent.mandate === null) throw mandateMissing(intent)
  intent.status = 'succeeded'
  intent.next_action = null
  intent.last_setup_error = null
  endAttempt(tx, intent, 'succeeded')
  if (intent.customer !== null) attachMethod(tx, method.id, String(intent.customer), account)
  emit(tx, 'setup_intent.succeeded', intent, account)
}

/** What the payer accepted with the confirmation is a mandate for all later payments. */
function markMandate(tx: Tx, intent: SetupIntent, paymentMethod: string, account: string) {
  const acceptance = tx.find('_permission', intent.id)?.acceptance
  if (!acceptance) return
  const onBehalfOf = intent.on_behalf_of === null ? null : String(intent.on_behalf_of)
  intent.mandate = addMandate(tx, { acceptance, paymentMethod, onBehalfOf, singleUse: null }, account).id
}

/** A bank account is of no use without its owner's agreement. */
function mandateMissing(intent: SetupIntent): StripeError {
  return intentError(
    intent,
    'This SetupIntent requires a mandate. Collect mandate acceptance from the customer and try again, providing acceptance data in the mandate_data parameter.',
    { param: 'mandate_data' },
  )
}

function refuse(
  tx: Tx,
  intent: SetupIntent,
  method: PaymentMethod,
  decline: Decline,
  account: string,
): never {
  const payment_method = structuredClone(method)
  backToMethod(tx, intent, {
    ...decline,
    doc_url: docUrl(decline.code),
    payment_method,
    type: 'card_error',
  } as unknown as SetupError)
  emit(tx, 'setup_intent.setup_failed', intent, account)
  const setup_intent = structuredClone(intent)
  throw new StripeError(
    402,
    { ...decline, type: 'card_error', payment_method, setup_intent },
    { keepsWork: true },
  )
}

/** Ends a challenge that the payer did not pass. */
export function failSetupAuthentication(tx: Tx, intent: SetupIntent, account: string): void {
  const code = 'setup_intent_authentication_failure'
  backToMethod(tx, intent, {
    code,
    doc_url: docUrl(code),
    message:
      'The latest attempt to set up the payment method has failed because authentication failed. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this SetupIntent again.',
    payment_method: structuredClone(tx.get('payment_method', String(intent.payment_method))),
    type: 'invalid_request_error',
  } as unknown as SetupError)
  emit(tx, 'setup_intent.setup_failed', intent, account)
}

function backToMethod(tx: Tx, intent: SetupIntent, error: SetupError) {
  endAttempt(tx, intent, 'failed', error)
  intent.status = 'requires_payment_method'
  intent.payment_method = null
  intent.next_action = null
  intent.last_setup_error = error
}
