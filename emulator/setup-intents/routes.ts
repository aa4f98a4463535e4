import { invalid } from '../core/errors.ts'
import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { ownedDraft } from '../core/owned.ts'
import { boolean, oneOf, text } from '../core/params.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import { emit } from '../events/emit.ts'
import { keepPermission } from '../mandates/permission.ts'
import { intentError, intentFor, requireStatus } from '../payments/intent.ts'
import { wayBackOf } from '../payments/next-action.ts'
import { attemptSetup } from './confirm.ts'
import { applyParams, blankIntent } from './intent.ts'
import type { SetupIntent } from './kinds.ts'
import { CONFIRM_FIELDS, type CONFIRMATION, CREATE_FIELDS, UPDATE_FIELDS } from './params.ts'

const CANCEL = { cancellation_reason: oneOf('abandoned', 'duplicate', 'requested_by_customer') }
const UNEXPECTED = 'setup_intent_unexpected_state'
const OPEN = ['requires_payment_method', 'requires_confirmation', 'requires_action'] as const
const LIST = { ...DATED_LIST_PARAMS, customer: text, payment_method: text, attach_to_self: boolean }

/** docs.stripe.com/api/setup_intents */
export const setupIntentRoutes: Route[] = [
  route('POST', '/v1/setup_intents', { params: CREATE_FIELDS }, ctx => {
    const { tx, params, account } = ctx
    if (params.mandate_data && !params.confirm) {
      throw invalid(
        'You cannot pass `mandate_data` when creating a SetupIntent unless `confirm` is set to true.',
        { param: 'mandate_data' },
      )
    }
    const intent = blankIntent(tx.now)
    intent.usage = params.usage ?? 'off_session'
    intent.on_behalf_of = params.on_behalf_of ?? null
    if (params.automatic_payment_methods) {
      const { enabled, allow_redirects } = params.automatic_payment_methods
      intent.automatic_payment_methods = { enabled, allow_redirects: allow_redirects ?? 'always' }
    }
    applyParams(tx, intent, params, account)
    tx.put('setup_intent', intent.id, intent, account)
    emit(tx, 'setup_intent.created', intent, account)
    if (params.confirm) setUp(ctx, intent)
    return intent
  }),
  route('GET', '/v1/setup_intents', { params: LIST }, ctx => {
    const { customer, payment_method } = ctx.params
    return listPage(ctx, 'setup_intent', {
      by: customer ? { field: 'customer', value: customer } : undefined,
      where: intent => !payment_method || intent.payment_method === payment_method,
    })
  }),
  route('GET', '/v1/setup_intents/:id', { params: { client_secret: text }, key: 'publishable' }, ctx =>
    intentFor(ctx, 'setup_intent', ctx.params.client_secret),
  ),
  route('POST', '/v1/setup_intents/:id', { params: UPDATE_FIELDS }, ({ tx, id, params, account }) => {
    const intent = ownedDraft(tx, 'setup_intent', id, account)
    if (params.payment_method ?? params.payment_method_data) requireUnfinished(intent, 'update')
    applyParams(tx, intent, params, account)
    return intent
  }),
  route('POST', '/v1/setup_intents/:id/confirm', { params: CONFIRM_FIELDS, key: 'publishable' }, confirm),
  route('POST', '/v1/setup_intents/:id/cancel', { params: CANCEL }, ({ tx, id, params, account }) => {
    const intent = ownedDraft(tx, 'setup_intent', id, account)
    requireStatus(intent, { infinitive: 'cancel', participle: 'canceled' }, OPEN)
    intent.status = 'canceled'
    intent.cancellation_reason = params.cancellation_reason ?? null
    intent.next_action = null
    emit(tx, 'setup_intent.canceled', intent, account)
    return intent
  }),
]

function confirm(ctx: Ctx<typeof CONFIRM_FIELDS>): SetupIntent {
  const { tx, params, account } = ctx
  const { id } = intentFor(ctx, 'setup_intent', params.client_secret)
  const intent = tx.edit('setup_intent', id)
  const named = params.payment_method ?? params.payment_method_data ?? params.confirmation_token
  if (named === undefined) requireMethod(intent)
  requireUnfinished(intent, 'confirm')
  applyParams(tx, intent, params, account)
  setUp(ctx, intent)
  return intent
}

function requireUnfinished(intent: SetupIntent, verb: string) {
  if (intent.status !== 'succeeded' && intent.status !== 'canceled') return
  const reason = intent.status === 'succeeded' ? 'it has already succeeded' : 'it has been canceled'
  throw intentError(intent, `You cannot ${verb} this SetupIntent because ${reason}.`, { code: UNEXPECTED })
}

/** Stripe looks for the payment method before it looks at the status. */
function requireMethod(intent: SetupIntent) {
  if (intent.payment_method !== null) return
  throw intentError(
    intent,
    "You cannot confirm this SetupIntent because it's missing a payment method. You can either update the SetupIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
    { code: UNEXPECTED },
  )
}

function setUp(ctx: Ctx<typeof CONFIRMATION>, intent: SetupIntent) {
  requireMethod(intent)
  keepPermission(ctx, intent.id, ctx.params)
  attemptSetup(ctx.tx, intent, ctx.account, { authenticated: false, back: wayBackOf(ctx, ctx.params) })
}
