import { embeddedList } from '../core/embedded-list.ts'
import { invalid } from '../core/errors.ts'
import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { olderField } from '../core/older-shapes.ts'
import { ownedDraft } from '../core/owned.ts'
import { oneOf, text } from '../core/params.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import { SEARCH_PARAMS, searchPage } from '../core/search.ts'
import { keepPermission } from '../mandates/permission.ts'
import { cancelIntent } from './cancel.ts'
import { captureIntent } from './capture.ts'
import { attemptPayment } from './confirm.ts'
import { INCREMENT_FIELDS, incrementAuthorization } from './increment.ts'
import {
  blankIntent,
  emitIntent,
  forBrowser,
  intentError,
  intentFor,
  requireStatus,
  withinSight,
} from './intent.ts'
import {
  CAPTURE_FIELDS,
  CONFIRM_FIELDS,
  type CONFIRMATION,
  CREATE_FIELDS,
  UPDATE_FIELDS,
} from './intent-params.ts'
import type { PaymentIntent } from './kinds.ts'
import { requireMandateFor } from './mandate.ts'
import { wayBackOf } from './next-action.ts'
import { applyParams } from './prepare.ts'

const CANCEL = {
  cancellation_reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'),
  client_secret: text,
}
/** The API version from which on money is taken behind the answer's back: docs.stripe.com/changelog/basil (2024-04-10) */
const ASYNC_SINCE = '2024-04-10'
const UNEXPECTED = 'payment_intent_unexpected_state'
const UPDATABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action'] as const

/** docs.stripe.com/api/payment_intents */
export const paymentIntentRoutes: Route[] = [
  route('POST', '/v1/payment_intents', { params: CREATE_FIELDS }, create),
  route('GET', '/v1/payment_intents', { params: { ...DATED_LIST_PARAMS, customer: text } }, ctx => {
    const { customer } = ctx.params
    return listPage(ctx, 'payment_intent', {
      by: customer ? { field: 'customer', value: customer } : undefined,
    })
  }),
  route('GET', '/v1/payment_intents/search', { params: SEARCH_PARAMS }, ctx =>
    searchPage(ctx, 'payment_intent'),
  ),
  route('GET', '/v1/payment_intents/:id', { params: { client_secret: text }, key: 'publishable' }, ctx =>
    forBrowser(intentFor(ctx, 'payment_intent', ctx.params.client_secret), ctx.power),
  ),
  route('POST', '/v1/payment_intents/:id', { params: UPDATE_FIELDS }, update),
  route('POST', '/v1/payment_intents/:id/confirm', { params: CONFIRM_FIELDS, key: 'publishable' }, confirm),
  route(
    'POST',
    '/v1/payment_intents/:id/capture',
    { params: CAPTURE_FIELDS },
    ({ tx, id, params, account }) =>
      captureIntent(tx, ownedDraft(tx, 'payment_intent', id, account), params, account),
  ),
  route(
    'POST',
    '/v1/payment_intents/:id/increment_authorization',
    { params: INCREMENT_FIELDS },
    ({ tx, id, params, account }) =>
      incrementAuthorization(tx, ownedDraft(tx, 'payment_intent', id, account), params, account),
  ),
  route('POST', '/v1/payment_intents/:id/cancel', { params: CANCEL }, ({ tx, id, params, account }) => {
    const intent = ownedDraft(tx, 'payment_intent', id, account)
    return cancelIntent(tx, intent, params.cancellation_reason ?? null, account)
  }),
]

olderField('payment_intent', 'charges', '2022-11-15', (tx, intent) => {
  const id = String(intent.id)
  const { account } = tx.row('payment_intent', id) ?? { account: '' }
  const charges = [...tx.list('charge', account, { by: { field: 'payment_intent', value: id } })]
  return embeddedList(`/v1/charges?payment_intent=${id}`, charges)
})

function create(ctx: Ctx<typeof CREATE_FIELDS>): PaymentIntent {
  const { tx, params, account } = ctx
  const intent = blankIntent(tx.now, params.amount, params.currency)
  if (ctx.version >= ASYNC_SINCE) intent.capture_method = 'automatic_async'
  if (!params.confirm) {
    for (const name of ['off_session', 'mandate', 'mandate_data', 'error_on_requires_action'] as const) {
      if (!params[name]) continue
      throw invalid(
        `You cannot pass \`${name}\` when creating a PaymentIntent unless \`confirm\` is set to true.`,
        {
          param: name,
        },
      )
    }
  }
  applyParams(tx, intent, params, account)
  tx.add('payment_intent', intent.id, intent, account)
  emitIntent(tx, 'payment_intent.created', intent, account)
  if (params.confirm) pay(ctx, intent)
  return intent
}

function update({ tx, id, params, account }: Ctx<typeof UPDATE_FIELDS>): PaymentIntent {
  const intent = ownedDraft(tx, 'payment_intent', id, account)
  const { metadata, description, ...rest } = params
  // Words about a payment can be changed for ever, the payment itself only until it is made.
  const [param] = Object.entries(rest).find(([, value]) => value !== undefined) ?? []
  if (param !== undefined && !UPDATABLE.some(status => status === intent.status)) {
    throw intentError(
      intent,
      `This PaymentIntent's ${param} could not be updated because it has a status of ${intent.status}. You may only update the ${param} of a PaymentIntent with one of the following statuses: ${UPDATABLE.join(', ')}.`,
      { code: UNEXPECTED, param },
    )
  }
  applyParams(tx, intent, params, account)
  return intent
}

function confirm(ctx: Ctx<typeof CONFIRM_FIELDS>): Partial<PaymentIntent> {
  const { tx, params, account } = ctx
  const { id } = intentFor(ctx, 'payment_intent', params.client_secret)
  const intent = tx.edit('payment_intent', id)
  return withinSight(ctx.power, () => {
    requireConfirmable(intent)
    applyParams(tx, intent, params, account)
    pay(ctx, intent)
    return forBrowser(intent, ctx.power)
  })
}

function requireConfirmable(intent: PaymentIntent) {
  if (intent.status === 'succeeded' || intent.status === 'requires_capture') {
    throw intentError(
      intent,
      'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.',
      { code: UNEXPECTED },
    )
  }
  requireStatus(intent, { infinitive: 'confirm', participle: 'confirmed' }, UPDATABLE)
}

function pay(ctx: Ctx<typeof CONFIRMATION>, intent: PaymentIntent) {
  const { tx, params: sent, account } = ctx
  if (intent.payment_method === null) {
    const { customer } = intent
    const advice =
      customer === null
        ? 'You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.'
        : `To confirm the PaymentIntent with ${String(customer)}, specify a payment method attached to this customer along with the customer ID.`
    throw intentError(
      intent,
      `You cannot confirm this PaymentIntent because it's missing a payment method. ${advice}`,
      { code: UNEXPECTED },
    )
  }
  requireMandateFor(tx, intent, keepPermission(ctx, intent.id, sent).mandate)
  attemptPayment(tx, intent, account, {
    authenticated: false,
    offSession: sent.off_session ?? false,
    refuseAction: sent.error_on_requires_action ?? false,
    back: wayBackOf(ctx, sent),
  })
}
