import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import { owned, ownedDraft } from '../core/owned.ts'
import { clearableText, integer, oneOf, required, text } from '../core/params.ts'
import { range } from '../core/range.ts'
import { type Route, route } from '../core/route.ts'
import { emit } from '../events/emit.ts'
import { currencyCode } from '../payments/currency.ts'
import { cancelPayout, createPayout } from './payout.ts'
import { reversePayout } from './reverse.ts'

const CREATE = {
  amount: required(integer),
  currency: required(currencyCode),
  description: clearableText,
  destination: text,
  metadata,
  method: oneOf('instant', 'standard'),
  source_type: oneOf('bank_account', 'card', 'fpx'),
  statement_descriptor: clearableText,
}
const LIST = { ...DATED_LIST_PARAMS, arrival_date: range, destination: text, status: text }

/** docs.stripe.com/api/payouts */
export const payoutRoutes: Route[] = [
  route('POST', '/v1/payouts', { params: CREATE }, ({ tx, params, account }) =>
    createPayout(
      tx,
      {
        amount: params.amount,
        currency: params.currency,
        destination: params.destination,
        description: params.description ?? null,
        metadata: mergeMetadata({}, params.metadata),
        method: params.method ?? 'standard',
        statementDescriptor: params.statement_descriptor ?? null,
      },
      account,
    ),
  ),
  route('GET', '/v1/payouts', { params: LIST }, ctx => {
    const { arrival_date, destination, status } = ctx.params
    return listPage(ctx, 'payout', {
      where: payout =>
        (!status || payout.status === status) &&
        (!destination || payout.destination === destination) &&
        (!arrival_date || arrival_date(payout.arrival_date)),
    })
  }),
  route('GET', '/v1/payouts/:id', {}, ({ tx, id, account }) => owned(tx, 'payout', id, account)),
  route('POST', '/v1/payouts/:id', { params: { metadata } }, ({ tx, id, params, account }) => {
    const payout = ownedDraft(tx, 'payout', id, account)
    payout.metadata = mergeMetadata(payout.metadata ?? {}, params.metadata)
    emit(tx, 'payout.updated', payout, account)
    return payout
  }),
  route('POST', '/v1/payouts/:id/cancel', {}, ({ tx, id, account }) =>
    cancelPayout(tx, ownedDraft(tx, 'payout', id, account), account),
  ),
  route('POST', '/v1/payouts/:id/reverse', { params: { metadata } }, ({ tx, id, params, account }) => {
    const payout = ownedDraft(tx, 'payout', id, account)
    return reversePayout(tx, payout, mergeMetadata({}, params.metadata), account)
  }),
]
