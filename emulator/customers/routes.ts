import { embeddedList } from '../core/embedded-list.ts'
import { invalid, missing } from '../core/errors.ts'
import { newId, randomText } from '../core/ids.ts'
import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { olderField } from '../core/older-shapes.ts'
import { owned, ownedDraft } from '../core/owned.ts'
import { text } from '../core/params.ts'
import { type Route, route } from '../core/route.ts'
import { SEARCH_PARAMS, searchPage } from '../core/search.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { endMandates } from '../mandates/mandate.ts'
import { attachMethod, namedMethod } from '../payment-methods/method.ts'
import { addSource, sourceOf } from '../sources/card-source.ts'
import { SOURCE } from '../tokens/sent-card.ts'
import { applyFields, CUSTOMER_FIELDS } from './fields.ts'
import type { Customer } from './kinds.ts'

/** A card of the time before payment methods, and the older name of the same parameter. */
const CARD_NAMES = { source: SOURCE, card: SOURCE }

/** docs.stripe.com/api/customers */
export const customerRoutes: Route[] = [
  route(
    'POST',
    '/v1/customers',
    { params: { ...CUSTOMER_FIELDS, ...CARD_NAMES, id: text, payment_method: text } },
    ({ tx, params, account }) => {
      const { id, payment_method, source, card, ...fields } = params
      const customer = blankCustomer(tx.now, id)
      if (id !== undefined && (tx.row('customer', id) ?? tx.row('_deleted_customer', id)))
        throw invalid('Customer already exists.', { code: 'resource_already_exists', param: 'id' })
      tx.put('customer', customer.id, customer, account)
      if (payment_method) attachMethod(tx, namedMethod(tx, payment_method, account).id, customer.id, account)
      applyFields(tx, customer, fields)
      emit(tx, 'customer.created', customer, account)
      const sent = source ?? card
      if (sent) addSource(tx, sent, customer.id, account)
      return customer
    },
  ),
  route('GET', '/v1/customers', { params: { ...DATED_LIST_PARAMS, email: text } }, ctx => {
    const { email } = ctx.params
    return listPage(ctx, 'customer', { where: customer => email === undefined || customer.email === email })
  }),
  route('GET', '/v1/customers/search', { params: SEARCH_PARAMS }, ctx => searchPage(ctx, 'customer')),
  route('GET', '/v1/customers/:id', {}, ({ tx, id, account }) => {
    const deleted = tx.row('_deleted_customer', id)
    return deleted?.account === account ? deleted.value : owned(tx, 'customer', id, account)
  }),
  route(
    'POST',
    '/v1/customers/:id',
    { params: { ...CUSTOMER_FIELDS, ...CARD_NAMES, default_source: text } },
    ({ tx, id, params, account }) => {
      refuseDeleted(tx, id, account)
      const customer = ownedDraft(tx, 'customer', id, account)
      const { default_source, source, card, ...fields } = params
      applyFields(tx, customer, fields)
      if (default_source) customer.default_source = sourceOf(tx, default_source, id, account).id
      const sent = source ?? card
      if (sent) customer.default_source = addSource(tx, sent, id, account).id
      emit(tx, 'customer.updated', customer, account)
      return customer
    },
  ),
  route('DELETE', '/v1/customers/:id', {}, ({ tx, id, account }) => {
    const customer = owned(tx, 'customer', id, account)
    emit(tx, 'customer.deleted', customer, account)
    const methods = [...tx.list('payment_method', account, { by: { field: 'customer', value: id } })]
    for (const method of methods) {
      tx.edit('payment_method', method.id).customer = null
      tx.edit('_card', method.id).consumed = true
      endMandates(tx, method.id, account)
    }
    tx.remove('customer', id)
    return tx.put('_deleted_customer', id, { id, object: 'customer', deleted: true }, account)
  }),
]

// Neither is here; clients of that time look into both.
for (const field of ['subscriptions', 'tax_ids'])
  olderField('customer', field, '2020-08-27', (_tx, { id }) =>
    embeddedList(`/v1/customers/${String(id)}/${field}`),
  )

/** Nobody can change a customer who is gone: 400, where one who never was is 404. */
function refuseDeleted(tx: Tx, id: string, account: string) {
  if (tx.row('_deleted_customer', id)?.account === account) throw missing('customer', id, 'id', 400)
}

/** @param id one of the caller's own, which Stripe takes without saying so in its reference. */
function blankCustomer(now: number, id = newId('cus')): Customer {
  return {
    id,
    object: 'customer',
    address: null,
    balance: 0,
    created: now,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: randomText(8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  }
}
