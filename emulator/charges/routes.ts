import { badParameter, invalid } from '../core/errors.ts'
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
  oneOf,
  required,
  type Spec,
  text,
} from '../core/params.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import { SEARCH_PARAMS, searchPage } from '../core/search.ts'
import { emit } from '../events/emit.ts'
import { currencyCode } from '../payments/currency.ts'
import { blankIntent } from '../payments/intent.ts'
import type { Charge } from '../payments/kinds.ts'
import { applyParams } from '../payments/prepare.ts'
import { SHIPPING, shippingOf } from '../payments/shipping.ts'
import { SOURCE } from '../tokens/sent-card.ts'
import { captureCharge, chargeCard } from './charge-card.ts'
import { debitAccount } from './debit-account.ts'

/** `destination=acct_…` or `destination[account]=…`: what `transfer_data` was called before. */
const DESTINATION: Spec<{ destination: string; amount?: number | undefined }> = {
  inner: { account: text, amount: integer },
  read(value, path) {
    if (typeof value === 'string') return { destination: value }
    const sent = hash({ account: required(text), amount: integer }).read(value, path)
    return { destination: sent.account, amount: sent.amount }
  },
}

const CREATE = {
  amount: required(integer),
  currency: required(currencyCode),
  source: SOURCE,
  card: SOURCE,
  customer: text,
  capture: boolean,
  // The names of before 2018, which old clients still send.
  application_fee: integer,
  application_fee_amount: integer,
  description: clearableText,
  destination: DESTINATION,
  metadata,
  on_behalf_of: text,
  radar_options: ignored,
  receipt_email: clearableText,
  shipping: SHIPPING,
  statement_descriptor: text,
  statement_descriptor_suffix: clearableText,
  transfer_data: hash({ destination: required(text), amount: integer }),
  transfer_group: text,
}
const CAPTURE = {
  amount: integer,
  application_fee: integer,
  application_fee_amount: integer,
  receipt_email: text,
  statement_descriptor: text,
  statement_descriptor_suffix: text,
  transfer_data: hash({ amount: integer }),
  transfer_group: text,
}
const UPDATE = {
  customer: text,
  description: clearableText,
  fraud_details: hash({ user_report: emptyable(oneOf('fraudulent', 'safe')) }),
  metadata,
  receipt_email: clearableText,
  shipping: SHIPPING,
  transfer_group: text,
}
const LIST = { ...DATED_LIST_PARAMS, customer: text, payment_intent: text, transfer_group: text }

/** docs.stripe.com/api/charges: of cards without an intent, and of connected accounts (account debits) */
export const chargeRoutes: Route[] = [
  route('POST', '/v1/charges', { params: CREATE }, create),
  route('POST', '/v1/charges/:id/capture', { params: CAPTURE }, ({ tx, id, params, account }) => {
    const charge = ownedDraft(tx, 'charge', id, account)
    if (charge.payment_intent !== null && !charge.captured) {
      throw invalid(
        `This uncaptured Charge was created by a PaymentIntent (${String(charge.payment_intent)}). You must capture the PaymentIntent instead. For more information, see https://stripe.com/docs/payments/place-a-hold-on-a-payment-method`,
      )
    }
    const applicationFee = params.application_fee_amount ?? params.application_fee
    if (params.statement_descriptor) charge.statement_descriptor = params.statement_descriptor
    if (params.receipt_email) charge.receipt_email = params.receipt_email
    return captureCharge(tx, charge, { amount: params.amount, applicationFee }, account)
  }),
  route('GET', '/v1/charges', { params: LIST }, listCharges),
  route('GET', '/v1/charges/search', { params: SEARCH_PARAMS }, ctx => searchPage(ctx, 'charge')),
  route('GET', '/v1/charges/:id', {}, ({ tx, id, account }) => owned(tx, 'charge', id, account)),
  route('POST', '/v1/charges/:id', { params: UPDATE }, ({ tx, id, params, account }) => {
    const charge = ownedDraft(tx, 'charge', id, account)
    if (params.description !== undefined) charge.description = params.description
    if (params.receipt_email !== undefined) charge.receipt_email = params.receipt_email
    if (params.transfer_group !== undefined) charge.transfer_group = params.transfer_group
    if (params.shipping !== undefined) charge.shipping = params.shipping && shippingOf(params.shipping)
    const report = params.fraud_details?.user_report
    if (report !== undefined) charge.fraud_details = report === null ? {} : { user_report: report }
    charge.metadata = mergeMetadata(charge.metadata, params.metadata)
    emit(tx, 'charge.updated', charge, account)
    return charge
  }),
]

function create({ tx, params, account }: Ctx<typeof CREATE>): Charge {
  const { amount, currency, capture } = params
  const source = params.source ?? params.card
  if (amount < 1)
    throw badParameter('Invalid positive integer', { code: 'parameter_invalid_integer', param: 'amount' })
  if (typeof source === 'string' && source.startsWith('acct_')) {
    const debit = {
      ...{ amount, currency, source },
      description: params.description ?? null,
      metadata: mergeMetadata({}, params.metadata),
      transferGroup: params.transfer_group ?? null,
    }
    return debitAccount(tx, debit, account)
  }
  const intent = blankIntent(tx.now, amount, currency)
  const { customer, description, metadata: meta, on_behalf_of, receipt_email, shipping } = params
  const { statement_descriptor_suffix, transfer_group } = params
  const application_fee_amount = params.application_fee_amount ?? params.application_fee
  const transfer_data = params.transfer_data ?? params.destination
  const money = { amount, currency, application_fee_amount, transfer_data, transfer_group, on_behalf_of }
  const words = {
    customer,
    description,
    metadata: meta,
    receipt_email,
    shipping,
    statement_descriptor_suffix,
  }
  applyParams(tx, intent, { ...money, ...words }, account)
  const charge = chargeCard(tx, { intent, source, capture: capture ?? true }, account)
  if (params.statement_descriptor) charge.statement_descriptor = params.statement_descriptor
  return charge
}

function listCharges(ctx: Ctx<typeof LIST>) {
  const { customer, payment_intent, transfer_group } = ctx.params
  const by = payment_intent
    ? { field: 'payment_intent', value: payment_intent }
    : transfer_group
      ? { field: 'transfer_group', value: transfer_group }
      : customer
        ? { field: 'customer', value: customer }
        : undefined
  return listPage(ctx, 'charge', {
    by,
    where: charge =>
      (!transfer_group || charge.transfer_group === transfer_group) &&
      (!customer || charge.customer === customer),
  })
}
