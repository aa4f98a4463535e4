import { embeddedList } from '../core/embedded-list.ts'
import { badParameter, invalid, missing } from '../core/errors.ts'
import { type Included, includable } from '../core/expand.ts'
import { DATED_LIST_PARAMS, LIST_PARAMS, listPage } from '../core/list.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import { olderField } from '../core/older-shapes.ts'
import { owned, ownedDraft } from '../core/owned.ts'
import { boolean, emptyable, ignored, integer, oneOf, type Params, text } from '../core/params.ts'
import { type Route, route } from '../core/route.ts'
import type { Tx } from '../core/tx.ts'
import { announceUpdate } from './announce.ts'
import { createRefund } from './create.ts'
import { refundDebit } from './debit.ts'
import type { Refund } from './kinds.ts'

const CREATE = {
  amount: integer,
  charge: text,
  payment_intent: text,
  reason: emptyable(oneOf('duplicate', 'fraudulent', 'requested_by_customer')),
  metadata,
  refund_application_fee: boolean,
  reverse_transfer: boolean,
  instructions_email: ignored,
}
const LIST = { ...DATED_LIST_PARAMS, charge: text, payment_intent: text }

/** docs.stripe.com/api/refunds, also under their charge */
export const refundRoutes: Route[] = [
  route('POST', '/v1/refunds', { params: CREATE }, ({ tx, params, account }) =>
    create(tx, chargeOf(tx, params, account), params, account),
  ),
  route('POST', '/v1/charges/:id/refunds', { params: CREATE }, ({ tx, id, params, account }) =>
    create(tx, owned(tx, 'charge', id, account).id, params, account),
  ),
  route('GET', '/v1/refunds', { params: LIST }, ctx => {
    const { charge, payment_intent } = ctx.params
    const by = charge
      ? { field: 'charge', value: charge }
      : payment_intent
        ? { field: 'payment_intent', value: payment_intent }
        : undefined
    return listPage(ctx, 'refund', { by })
  }),
  route('GET', '/v1/charges/:id/refunds', { params: LIST_PARAMS }, ctx => {
    owned(ctx.tx, 'charge', ctx.id, ctx.account)
    return listPage(ctx, 'refund', { by: { field: 'charge', value: ctx.id } })
  }),
  route('GET', '/v1/refunds/:id', {}, ({ tx, id, account }) => owned(tx, 'refund', id, account)),
  route('POST', '/v1/refunds/:id', { params: { metadata } }, ({ tx, id, params, account }) =>
    changeMetadata(tx, id, params, account),
  ),
  // Only refunds that wait for the payer's bank details can be canceled, and cards have none.
  route('POST', '/v1/refunds/:id/cancel', {}, ({ tx, id, account }) => {
    owned(tx, 'refund', id, account)
    throw invalid('Canceling this refund is unsupported.')
  }),
  route('GET', '/v1/charges/:id/refunds/:refund', {}, ({ tx, id, path, account }) =>
    ofCharge(tx, id, path.refund ?? '', account),
  ),
  route(
    'POST',
    '/v1/charges/:id/refunds/:refund',
    { params: { metadata } },
    ({ tx, id, path, params, account }) =>
      changeMetadata(tx, ofCharge(tx, id, path.refund ?? '', account).id, params, account),
  ),
  // The oldest name of the same, which answers with the charge.
  route('POST', '/v1/charges/:id/refund', { params: CREATE }, ({ tx, id, params, account }) => {
    create(tx, owned(tx, 'charge', id, account).id, params, account)
    return tx.get('charge', id)
  }),
]

const refundsOf: Included = (tx, charge) => {
  const id = String(charge.id)
  const { account } = tx.row('charge', id) ?? { account: '' }
  const refunds = [...tx.list('refund', account, { by: { field: 'charge', value: id } })]
  return embeddedList(`/v1/charges/${id}/refunds`, refunds)
}
includable('charge', 'refunds', refundsOf)
olderField('charge', 'refunds', '2022-11-15', refundsOf)

/** A refund by the address of its charge: one of another charge is not there. */
function ofCharge(tx: Tx, chargeId: string, id: string, account: string): Refund {
  const refund = owned(tx, 'refund', id, account)
  if (refund.charge === owned(tx, 'charge', chargeId, account).id) return refund
  throw missing('refund', id, 'refund')
}

function changeMetadata(tx: Tx, id: string, sent: Params<{ metadata: typeof metadata }>, account: string) {
  const refund = ownedDraft(tx, 'refund', id, account)
  refund.metadata = mergeMetadata(refund.metadata ?? {}, sent.metadata)
  announceUpdate(tx, refund, account)
  return refund
}

function chargeOf(tx: Tx, params: Params<typeof CREATE>, account: string): string {
  // Stripe looks for the charge as if it stood in the address: 404, `id`.
  if (params.charge !== undefined) return owned(tx, 'charge', params.charge, account).id
  if (params.payment_intent === undefined) {
    throw badParameter(
      'One of the following params should be provided for this request: payment_intent or charge.',
      {},
    )
  }
  const intent = owned(tx, 'payment_intent', params.payment_intent, account, 'payment_intent')
  if (intent.latest_charge !== null) return String(intent.latest_charge)
  throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`)
}

function create(tx: Tx, chargeId: string, params: Params<typeof CREATE>, account: string): Refund {
  const charge = tx.edit('charge', chargeId)
  const wish = {
    amount: params.amount,
    reason: params.reason,
    metadata: mergeMetadata({}, params.metadata),
    reverseTransfer: params.reverse_transfer ?? false,
    refundFee: params.refund_application_fee ?? false,
  }
  if (charge.source_transfer !== null) return refundDebit(tx, charge, wish, account)
  return createRefund(tx, charge, wish, account)
}
