import { invalid } from '../core/errors.ts'
import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import { owned, ownedDraft } from '../core/owned.ts'
import { clearableText, ignored, integer, required, text } from '../core/params.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import { searchPage } from '../core/search.ts'
import { emit } from '../events/emit.ts'
import { currencyCode } from '../payments/currency.ts'
import { debitAccount } from './debit-account.ts'

const CREATE = {
  amount: required(integer),
  currency: required(currencyCode),
  source: required(text),
  description: clearableText,
  metadata,
  statement_descriptor: ignored,
  transfer_group: text,
}
const UPDATE = {
  customer: text,
  description: clearableText,
  fraud_details: ignored,
  metadata,
  receipt_email: clearableText,
  shipping: ignored,
  transfer_group: text,
}
const LIST = { ...DATED_LIST_PARAMS, customer: text, payment_intent: text, transfer_group: text }

/** docs.stripe.com/api/charges: cards are charged by payment intents, connected accounts here. */
export const chargeRoutes: Route[] = [
  route('POST', '/v1/charges', { params: CREATE }, ({ tx, params, account }) => {
    if (!params.source.startsWith('acct_')) {
      throw invalid('Cards are charged through PaymentIntents; here `source` must be a connected account.', {
        param: 'source',
      })
    }
    const debit = {
      amount: params.amount,
      currency: params.currency,
      source: params.source,
      description: params.description ?? null,
      metadata: mergeMetadata({}, params.metadata),
      transferGroup: params.transfer_group ?? null,
    }
    return debitAccount(tx, debit, account)
  }),
  route('GET', '/v1/charges', { params: LIST }, listCharges),
  route('GET', '/v1/charges/search', { params: { query: required(text), limit: integer, page: text } }, ctx =>
    searchPage(ctx, 'charge'),
  ),
  route('GET', '/v1/charges/:id', {}, ({ tx, id, account }) => owned(tx, 'charge', id, account)),
  route('POST', '/v1/charges/:id', { params: UPDATE }, ({ tx, id, params, account }) => {
    const charge = ownedDraft(tx, 'charge', id, account)
    if (params.description !== undefined) charge.description = params.description
    if (params.receipt_email !== undefined) charge.receipt_email = params.receipt_email
    if (params.transfer_group !== undefined) charge.transfer_group = params.transfer_group
    charge.metadata = mergeMetadata(charge.metadata, params.metadata)
    emit(tx, 'charge.updated', charge, account)
    return charge
  }),
]

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
