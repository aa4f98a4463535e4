import { embeddedList } from '../core/embedded-list.ts'
import { badParameter, invalid } from '../core/errors.ts'
import { includable } from '../core/expand.ts'
import { DATED_LIST_PARAMS, LIST_PARAMS, listPage } from '../core/list.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
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
  route('POST', '/v1/refunds/:id', { params: { metadata } }, ({ tx, id, params, account }) => {
    const refund = ownedDraft(tx, 'refund', id, account)
    refund.metadata = mergeMetadata(refund.metadata ?? {}, params.metadata)
    announceUpdate(tx, refund, account)
    return refund
  }),
]

includable('charge', 'refunds', (tx, charge) => {
  const id = String(charge.id)
  const { account } = tx.row('charge', id) ?? { account: '' }
  const refunds = [...tx.list('refund', account, { by: { field: 'charge', value: id } })]
  return embeddedList(`/v1/charges/${id}/refunds`, refunds)
})

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
