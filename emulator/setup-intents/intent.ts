import { newClientSecret, newId } from '../core/ids.ts'
import { mergeMetadata } from '../core/metadata.ts'
import { owned } from '../core/owned.ts'
import type { Params } from '../core/params.ts'
import type { Tx } from '../core/tx.ts'
import { addMethodOf } from '../payment-methods/data.ts'
import { namedMethod, refuseConsumed } from '../payment-methods/method.ts'
import { allowedTypes } from '../payment-methods/method-types.ts'
import { spendConfirmationToken } from '../payments/confirmation-token.ts'
import { intentError } from '../payments/intent.ts'
import type { SetupIntent } from './kinds.ts'
import type { CONFIRM_FIELDS, CREATE_FIELDS } from './params.ts'

type Sent = Partial<Params<typeof CREATE_FIELDS> & Params<typeof CONFIRM_FIELDS>>

/** Writes parameters into a setup intent. @throws StripeError 400 for what does not fit together. */
export function applyParams(tx: Tx, intent: SetupIntent, sent: Sent, account: string) {
  if (sent.customer) intent.customer = owned(tx, 'customer', sent.customer, account, 'customer').id
  if (sent.description !== undefined) intent.description = sent.description
  if (sent.flow_directions) intent.flow_directions = sent.flow_directions
  const excluded = sent.excluded_payment_method_types
  if (excluded) Object.assign(intent, { excluded_payment_method_types: excluded })
  intent.metadata = mergeMetadata(intent.metadata ?? {}, sent.metadata)
  const types = allowedTypes(sent, 'setup_intent')
  if (types !== null) intent.payment_method_types = types
  if (types !== null && sent.allowed_payment_method_types) {
    intent.allowed_payment_method_types = types as SetupIntent['allowed_payment_method_types']
  }
  const asked = sent.payment_method_options?.card?.request_three_d_secure
  const shown = intent.payment_method_options
  if (asked && shown?.card) {
    intent.payment_method_options = { ...shown, card: { ...shown.card, request_three_d_secure: asked } }
  }
  if (sent.confirmation_token) {
    const { paymentMethod } = spendConfirmationToken(tx, sent.confirmation_token, intent.id, account)
    applyParams(tx, intent, { payment_method: paymentMethod }, account)
    return
  }
  const method = sent.payment_method_data
    ? addMethodOf(tx, sent.payment_method_data, account)
    : sent.payment_method
      ? namedMethod(tx, sent.payment_method, account, 'payment_method')
      : null
  if (!method) return
  refuseConsumed(tx, method.id)
  if (method.customer !== null && method.customer !== intent.customer) {
    throw intentError(
      intent,
      intent.customer === null
        ? `The payment method supplied (${method.id}) belongs to the Customer ${String(method.customer)}. Please include the Customer in the \`customer\` parameter on the SetupIntent.`
        : `The PaymentMethod ${method.id} does not belong to the Customer you supplied ${String(intent.customer)}. Please use this PaymentMethod with the Customer that it belongs to instead.`,
      { param: 'payment_method' },
    )
  }
  intent.payment_method = method.id
  intent.next_action = null
  intent.status = 'requires_confirmation'
}

/** A setup intent with nothing set. */
export function blankIntent(now: number): SetupIntent {
  const id = newId('seti')
  return {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: newClientSecret(id),
    created: now,
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: { enabled: false },
    mandate: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage: 'off_session',
  }
}
