import type Stripe from 'stripe'
import { invalid } from '../core/errors.ts'
import { newId, randomText } from '../core/ids.ts'
import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import { owned, ownedDraft } from '../core/owned.ts'
import {
  boolean,
  clearableText,
  emptyable,
  hash,
  ignored,
  integer,
  list,
  oneOf,
  required,
  text,
} from '../core/params.ts'
import { fullAddress, POSTAL_ADDRESS } from '../core/postal-address.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import type { Stored } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { attachMethod, namedMethod } from '../payment-methods/method.ts'
import { addSource, sourceOf } from '../sources/card-source.ts'

export type Customer = Stored<Stripe.Customer>

declare module '../core/kinds.ts' {
  interface Kinds {
    customer: Customer
    /** What is left of a deleted customer, by its id. */
    _deleted_customer: { id: string; object: 'customer'; deleted: true }
  }
}

const FIELDS = {
  address: emptyable(POSTAL_ADDRESS),
  balance: integer,
  business_name: clearableText,
  cash_balance: ignored,
  description: clearableText,
  email: clearableText,
  individual_name: clearableText,
  invoice_prefix: text,
  invoice_settings: hash({
    default_payment_method: clearableText,
    footer: clearableText,
    custom_fields: emptyable(list(hash({ name: required(text), value: required(text) }))),
    rendering_options: emptyable(hash({ amount_tax_display: clearableText, template: clearableText })),
  }),
  metadata,
  name: clearableText,
  next_invoice_sequence: integer,
  phone: clearableText,
  preferred_locales: list(text),
  shipping: emptyable(hash({ address: POSTAL_ADDRESS, name: text, phone: clearableText })),
  tax: ignored,
  tax_exempt: emptyable(oneOf('exempt', 'none', 'reverse')),
  validate: boolean,
}

type FieldsSent = Ctx<typeof FIELDS>['params']

/** docs.stripe.com/api/customers */
export const customerRoutes: Route[] = [
  route(
    'POST',
    '/v1/customers',
    { params: { ...FIELDS, payment_method: text, source: text } },
    ({ tx, params, account }) => {
      const customer = blankCustomer(tx.now)
      const { payment_method, source, ...fields } = params
      tx.put('customer', customer.id, customer, account)
      if (payment_method) attachMethod(tx, namedMethod(tx, payment_method, account).id, customer.id, account)
      applyFields(tx, customer, fields)
      emit(tx, 'customer.created', customer, account)
      if (source) addSource(tx, source, customer.id, account)
      return customer
    },
  ),
  route('GET', '/v1/customers', { params: { ...DATED_LIST_PARAMS, email: text } }, ctx => {
    const { email } = ctx.params
    return listPage(ctx, 'customer', { where: customer => email === undefined || customer.email === email })
  }),
  route('GET', '/v1/customers/:id', {}, ({ tx, id, account }) => {
    const deleted = tx.row('_deleted_customer', id)
    return deleted?.account === account ? deleted.value : owned(tx, 'customer', id, account)
  }),
  route(
    'POST',
    '/v1/customers/:id',
    { params: { ...FIELDS, default_source: text, source: text } },
    ({ tx, id, params, account }) => {
      const customer = ownedDraft(tx, 'customer', id, account)
      const { default_source, source, ...fields } = params
      applyFields(tx, customer, fields)
      if (default_source) customer.default_source = sourceOf(tx, default_source, id, account).id
      if (source) customer.default_source = addSource(tx, source, id, account).id
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
    }
    tx.remove('customer', id)
    return tx.put('_deleted_customer', id, { id, object: 'customer', deleted: true }, account)
  }),
]

function blankCustomer(now: number): Customer {
  return {
    id: newId('cus'),
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

function applyFields(tx: Tx, customer: Customer, sent: FieldsSent) {
  const { invoice_settings, shipping, metadata: meta, address, ...rest } = sent
  const { tax: _tax, cash_balance: _cash, validate: _validate, ...plain } = rest
  for (const [field, value] of Object.entries(plain)) Object.assign(customer, { [field]: value })
  if (address !== undefined) customer.address = address === null ? null : fullAddress(address)
  if (shipping !== undefined) {
    customer.shipping = shipping && {
      name: shipping.name ?? '',
      phone: shipping.phone ?? null,
      address: fullAddress(shipping.address ?? {}),
    }
  }
  const defaultMethod = invoice_settings?.default_payment_method
  if (defaultMethod !== undefined) {
    if (defaultMethod !== null) requireOwnMethod(tx, customer, defaultMethod)
    customer.invoice_settings.default_payment_method = defaultMethod
  }
  if (invoice_settings?.footer !== undefined) customer.invoice_settings.footer = invoice_settings.footer
  const { custom_fields, rendering_options } = invoice_settings ?? {}
  if (custom_fields !== undefined) customer.invoice_settings.custom_fields = custom_fields
  if (rendering_options !== undefined) {
    const { amount_tax_display = null, template = null } = rendering_options ?? {}
    customer.invoice_settings.rendering_options = rendering_options && { amount_tax_display, template }
  }
  customer.metadata = mergeMetadata(customer.metadata, meta)
}

/** @throws StripeError 400 for a payment method that is not attached to the customer. */
function requireOwnMethod(tx: Tx, customer: Customer, methodId: string) {
  if (tx.find('payment_method', methodId)?.customer === customer.id) return
  throw invalid(
    `The customer does not have a payment method with the ID ${methodId}. The payment method must be attached to the customer.`,
    { code: 'resource_missing', param: 'invoice_settings[default_payment_method]' },
  )
}
