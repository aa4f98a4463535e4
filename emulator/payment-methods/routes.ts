import { badParameter, invalid } from '../core/errors.ts'
import { LIST_PARAMS, listPage } from '../core/list.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import { owned, ownedDraft } from '../core/owned.ts'
import { hash, ignored, integer, oneOf, text } from '../core/params.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import { emit } from '../events/emit.ts'
import { endMandates } from '../mandates/mandate.ts'
import { cloneMethod } from './clone.ts'
import { addMethodOf, applyBilling, BILLING_DETAILS, METHOD_DATA_FIELDS } from './data.ts'
import { attachMethod, namedMethod } from './method.ts'

const LIST = { ...LIST_PARAMS, customer: text, type: text, allow_redisplay: text }
const UPDATE = {
  billing_details: BILLING_DETAILS,
  card: hash({ exp_month: integer, exp_year: integer, networks: ignored }),
  allow_redisplay: oneOf('always', 'limited', 'unspecified'),
  metadata,
}

const CREATE = {
  ...METHOD_DATA_FIELDS,
  type: oneOf('card', 'sepa_debit'),
  customer: text,
  payment_method: text,
}

/** The type has to be said, unless another payment method is copied. */
function typeOf<T extends string>(type: T | undefined): T {
  if (type) return type
  throw badParameter('Missing required param: type.', { code: 'parameter_missing', param: 'type' })
}

/** docs.stripe.com/api/payment_methods */
export const paymentMethodRoutes: Route[] = [
  route('POST', '/v1/payment_methods', { params: CREATE, key: 'publishable' }, ({ tx, params, account }) => {
    const { payment_method: original, customer, type } = params
    if (original !== undefined) return cloneMethod(tx, original, customer, account)
    if (customer !== undefined) {
      throw badParameter(
        'You cannot attach a PaymentMethod to a Customer during PaymentMethod creation. Please instead create the PaymentMethod and then attach it using the attachment method of the PaymentMethods API.',
        {},
      )
    }
    return addMethodOf(tx, { ...params, type: typeOf(type) }, account)
  }),
  route('GET', '/v1/payment_methods', { params: LIST }, listMethods),
  route('GET', '/v1/payment_methods/:id', {}, ({ tx, id, account }) => namedMethod(tx, id, account)),
  route('POST', '/v1/payment_methods/:id', { params: UPDATE }, ({ tx, id, params, account }) => {
    const method = ownedDraft(tx, 'payment_method', id, account)
    applyBilling(method, params.billing_details)
    if (method.card && params.card) {
      const { exp_month = method.card.exp_month, exp_year = method.card.exp_year } = params.card
      method.card = { ...method.card, exp_month, exp_year }
    }
    if (params.allow_redisplay) method.allow_redisplay = params.allow_redisplay
    method.metadata = mergeMetadata(method.metadata ?? {}, params.metadata)
    emit(tx, 'payment_method.updated', method, account)
    return method
  }),
  route(
    'POST',
    '/v1/payment_methods/:id/attach',
    { params: { customer: text } },
    ({ tx, id, params, account }) => {
      const method = namedMethod(tx, id, account)
      if (params.customer === undefined)
        throw badParameter('Must provide customer or customer_account.', { code: 'parameter_missing' })
      return attachMethod(tx, method.id, params.customer, account)
    },
  ),
  route('POST', '/v1/payment_methods/:id/detach', {}, detach),
  route('GET', '/v1/customers/:id/payment_methods', { params: LIST }, ctx => {
    owned(ctx.tx, 'customer', ctx.id, ctx.account)
    return listMethods({ ...ctx, params: { ...ctx.params, customer: ctx.id } })
  }),
  route('GET', '/v1/customers/:id/payment_methods/:method', {}, ({ tx, id, path, account }) => {
    const method = owned(tx, 'payment_method', path.method ?? '', account)
    if (method.customer === id) return method
    throw invalid(`The payment method ${method.id} does not belong to the customer ${id}.`)
  }),
]

function listMethods(ctx: Ctx<typeof LIST>) {
  const { customer, type } = ctx.params
  if (customer !== undefined) owned(ctx.tx, 'customer', customer, ctx.account, 'customer')
  return listPage(ctx, 'payment_method', {
    by: customer === undefined ? undefined : { field: 'customer', value: customer },
    // Without a customer Stripe lists none: methods of nobody are reachable by their id only.
    where: method => customer !== undefined && (type === undefined || method.type === type),
  })
}

/** Takes a payment method from its customer, for good. */
function detach({ tx, id, account }: Ctx) {
  const method = ownedDraft(tx, 'payment_method', id, account)
  const { customer: owner } = method
  if (owner === null) {
    throw invalid(
      `The payment method you provided is not attached to a customer so detachment is impossible.`,
    )
  }
  method.customer = null
  tx.edit('_card', id).consumed = true
  endMandates(tx, id, account)
  const customer = tx.find('customer', String(owner))
  if (customer?.invoice_settings.default_payment_method === id) {
    const draft = tx.edit('customer', customer.id)
    draft.invoice_settings = { ...draft.invoice_settings, default_payment_method: null }
    emit(tx, 'customer.updated', draft, account)
  }
  emit(tx, 'payment_method.detached', method, account)
  return method
}
