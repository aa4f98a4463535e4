import type Stripe from 'stripe'
import { StripeError } from '../core/errors.ts'
import { randomText } from '../core/ids.ts'
import { owned } from '../core/owned.ts'
import { boolean, hash, integer, list, oneOf, type Params, required, text } from '../core/params.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import type { Stored } from '../core/stored.ts'
import type { PaymentMethod } from '../payment-methods/method.ts'

type CustomerSession = Stored<Stripe.CustomerSession>

declare module '../core/kinds.ts' {
  interface Kinds {
    /** By its client secret, which is its only name. */
    _customer_session: CustomerSession
  }
}

const FILTERS = list(oneOf('always', 'limited', 'unspecified'))
const SWITCH = oneOf('disabled', 'enabled')
const PLAIN = hash({ enabled: required(boolean) })
const SHEET = { payment_method_allow_redisplay_filters: FILTERS, payment_method_remove: SWITCH }
const SHOWING = { ...SHEET, payment_method_redisplay: SWITCH, payment_method_save: SWITCH }

const COMPONENTS = {
  active_entitlements: PLAIN,
  buy_button: PLAIN,
  customer_portal: PLAIN,
  customer_sheet: hash({ enabled: required(boolean), features: hash(SHEET) }),
  mobile_payment_element: hash({
    enabled: required(boolean),
    features: hash({
      ...SHOWING,
      payment_method_save_allow_redisplay_override: oneOf('always', 'limited', 'unspecified'),
    }),
  }),
  payment_element: hash({
    enabled: required(boolean),
    features: hash({
      ...SHOWING,
      payment_method_redisplay_limit: integer,
      payment_method_save_usage: oneOf('off_session', 'on_session'),
    }),
  }),
  pricing_table: PLAIN,
}
const CREATE = { customer: required(text), components: required(hash(COMPONENTS)) }
const SHOW = { customer_session_client_secret: required(text) }

const LIFETIME = 30 * 60
const LIMIT = 3

/** docs.stripe.com/api/customer_sessions: lets a browser show what a customer saved, for half an hour. */
export const customerSessionRoutes: Route[] = [
  route('POST', '/v1/customer_sessions', { params: CREATE }, ({ tx, params, account }) => {
    const customer = owned(tx, 'customer', params.customer, account, 'customer').id
    const secret = `cuss_secret_${randomText(56)}`
    return tx.put(
      '_customer_session',
      secret,
      {
        object: 'customer_session',
        client_secret: secret,
        components: componentsOf(params.components),
        created: tx.now,
        customer,
        customer_account: null,
        expires_at: tx.now + LIFETIME,
        livemode: false,
      },
      account,
    )
  }),
  // Our own door, for the frame of the Payment Element.
  route('GET', '/_browser/saved', { params: SHOW, key: 'publishable' }, ctx => ({ saved: savedFor(ctx) })),
]

function componentsOf(sent: Params<typeof COMPONENTS>): CustomerSession['components'] {
  const on = (component: { enabled: boolean } | undefined) => ({ enabled: component?.enabled ?? false })
  const sheet = sent.customer_sheet?.features
  const mobile = sent.mobile_payment_element?.features
  const element = sent.payment_element?.features
  const shared = (features: Params<typeof SHOWING> | undefined) => ({
    payment_method_allow_redisplay_filters: features?.payment_method_allow_redisplay_filters ?? [
      'always' as const,
    ],
    payment_method_redisplay: features?.payment_method_redisplay ?? ('disabled' as const),
    payment_method_remove: features?.payment_method_remove ?? ('disabled' as const),
    payment_method_save: features?.payment_method_save ?? ('disabled' as const),
  })
  return {
    active_entitlements: on(sent.active_entitlements),
    buy_button: on(sent.buy_button),
    customer_portal: on(sent.customer_portal),
    customer_sheet: {
      ...on(sent.customer_sheet),
      features: sent.customer_sheet?.enabled
        ? {
            payment_method_allow_redisplay_filters: sheet?.payment_method_allow_redisplay_filters ?? [
              'always',
            ],
            payment_method_remove: sheet?.payment_method_remove ?? 'disabled',
          }
        : null,
    },
    mobile_payment_element: {
      ...on(sent.mobile_payment_element),
      features: sent.mobile_payment_element?.enabled
        ? {
            ...shared(mobile),
            payment_method_save_allow_redisplay_override:
              mobile?.payment_method_save_allow_redisplay_override ?? null,
          }
        : null,
    },
    payment_element: {
      ...on(sent.payment_element),
      features: sent.payment_element?.enabled
        ? {
            ...shared(element),
            payment_method_redisplay_limit: element?.payment_method_redisplay_limit ?? LIMIT,
            payment_method_save_usage: element?.payment_method_save_usage ?? null,
          }
        : null,
    },
    pricing_table: on(sent.pricing_table),
  }
}

/** The saved cards that a session lets its browser show, newest first. @throws StripeError 400 when it is over. */
function savedFor({ tx, params, account }: Ctx<typeof SHOW>): PaymentMethod[] {
  const row = tx.row('_customer_session', params.customer_session_client_secret)
  if (!row || row.account !== account || row.value.expires_at < tx.now) {
    throw new StripeError(400, {
      type: 'invalid_request_error',
      param: 'customer_session_client_secret',
      message: 'The customer session has expired or does not exist. Create a new one on the server.',
    })
  }
  const { customer, components } = row.value
  const features = components?.payment_element.features
  if (features?.payment_method_redisplay !== 'enabled') return []
  const methods = [
    ...tx.list('payment_method', account, { by: { field: 'customer', value: String(customer) } }),
  ]
  return methods
    .filter(one =>
      features.payment_method_allow_redisplay_filters.includes(one.allow_redisplay ?? 'unspecified'),
    )
    .slice(0, features.payment_method_redisplay_limit ?? LIMIT)
}
