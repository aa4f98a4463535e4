import type Stripe from 'stripe'
import { invalid } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import { owned } from '../core/owned.ts'
import { hash, ignored, oneOf, text } from '../core/params.ts'
import { type Route, route } from '../core/route.ts'
import type { Stored } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'
import type { Mandate } from '../mandates/mandate.ts'
import { acceptanceOf, MANDATE_DATA } from '../mandates/permission.ts'
import { addMethodOf, METHOD_DATA_FIELDS } from '../payment-methods/data.ts'
import { namedMethod } from '../payment-methods/method.ts'
import { SHIPPING, shippingOf } from './shipping.ts'

type ConfirmationToken = Stored<Stripe.ConfirmationToken>

declare module '../core/kinds.ts' {
  interface Kinds {
    confirmation_token: ConfirmationToken
    /** The payment method behind it, which nobody sees before it is used. */
    _confirmation_token: { paymentMethod: string; used: boolean }
  }
}

const FIELDS = {
  payment_method: text,
  payment_method_data: hash(METHOD_DATA_FIELDS),
  payment_method_options: ignored,
  return_url: text,
  setup_future_usage: oneOf('off_session', 'on_session'),
  shipping: SHIPPING,
  mandate_data: MANDATE_DATA,
  client_attribution_metadata: ignored,
  client_context: ignored,
}
const LIFETIME = 12 * 3600

/** docs.stripe.com/api/confirmation_tokens: made by the browser, used once by a confirmation. */
export const confirmationTokenRoutes: Route[] = [
  ...['/v1/confirmation_tokens', '/v1/test_helpers/confirmation_tokens'].map(path =>
    route('POST', path, { params: FIELDS, key: 'publishable' }, ctx => {
      const { tx, params, account } = ctx
      const method = params.payment_method_data
        ? addMethodOf(tx, params.payment_method_data, account)
        : params.payment_method
          ? namedMethod(tx, params.payment_method, account, 'payment_method')
          : null
      if (!method)
        throw invalid('You must provide payment_method_data or payment_method.', {
          param: 'payment_method_data',
        })
      const id = newId('ctoken')
      const { billing_details, card, type, customer, customer_account } = structuredClone(method)
      const token: ConfirmationToken = {
        id,
        object: 'confirmation_token',
        created: tx.now,
        expires_at: tx.now + LIFETIME,
        livemode: false,
        mandate_data: params.mandate_data ? shownAcceptance(acceptanceOf(ctx, params.mandate_data)) : null,
        metadata: {},
        payment_intent: null,
        payment_method_options: null,
        payment_method_preview: {
          billing_details,
          card,
          customer,
          customer_account,
          type,
        } as ConfirmationToken['payment_method_preview'],
        return_url: params.return_url ?? null,
        setup_future_usage: params.setup_future_usage ?? null,
        setup_intent: null,
        shipping: params.shipping ? shippingOf(params.shipping) : null,
        use_stripe_sdk: true,
      }
      tx.put('_confirmation_token', id, { paymentMethod: method.id, used: false }, account)
      return tx.put('confirmation_token', id, token, account)
    }),
  ),
  route('GET', '/v1/confirmation_tokens/:id', {}, ({ tx, id, account }) =>
    owned(tx, 'confirmation_token', id, account),
  ),
]

/** As tokens show it: without the time. */
function shownAcceptance({
  online,
  type,
}: Mandate['customer_acceptance']): ConfirmationToken['mandate_data'] {
  return {
    customer_acceptance: { online: online ? { ...online } : null, type },
  } as ConfirmationToken['mandate_data']
}

/**
 * Uses up a confirmation token for an intent.
 * @returns the payment method it stands for, and what the browser chose about saving it.
 * @throws StripeError 400 when it is unknown, expired or used.
 */
export function spendConfirmationToken(tx: Tx, id: string, intentId: string, account: string) {
  owned(tx, 'confirmation_token', id, account, 'confirmation_token')
  const secrets = tx.edit('_confirmation_token', id)
  const token = tx.edit('confirmation_token', id)
  if (secrets.used || (token.expires_at ?? 0) < tx.now) {
    throw invalid('The ConfirmationToken has already been used or has expired.', {
      param: 'confirmation_token',
    })
  }
  secrets.used = true
  if (intentId.startsWith('pi_')) token.payment_intent = intentId
  else token.setup_intent = intentId
  return {
    paymentMethod: secrets.paymentMethod,
    setupFutureUsage: token.setup_future_usage,
    shipping: token.shipping,
  }
}
