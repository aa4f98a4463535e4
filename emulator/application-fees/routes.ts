import { invalid } from '../core/errors.ts'
import { DATED_LIST_PARAMS, LIST_PARAMS, listPage } from '../core/list.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import { owned, ownedDraft } from '../core/owned.ts'
import { integer, text } from '../core/params.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import { formatAmount } from '../payments/currency.ts'
import { addFeeRefund } from './fee.ts'
import type { FeeRefund } from './kinds.ts'

const REFUND = { amount: integer, metadata }

/** docs.stripe.com/api/application_fees and /fee_refunds */
export const applicationFeeRoutes: Route[] = [
  route('GET', '/v1/application_fees', { params: { ...DATED_LIST_PARAMS, charge: text } }, ctx => {
    const { charge } = ctx.params
    return listPage(ctx, 'application_fee', {
      where: fee => !charge || fee.charge === charge || fee.originating_transaction === charge,
    })
  }),
  route('GET', '/v1/application_fees/:id', {}, ({ tx, id, account }) =>
    owned(tx, 'application_fee', id, account),
  ),
  route('POST', '/v1/application_fees/:id/refunds', { params: REFUND }, createRefund),
  // The oldest name of the same, which answers with the fee.
  route('POST', '/v1/application_fees/:id/refund', { params: REFUND }, ctx => {
    createRefund(ctx)
    return ctx.tx.get('application_fee', ctx.id)
  }),
  route('GET', '/v1/application_fees/:id/refunds', { params: LIST_PARAMS }, ctx => {
    owned(ctx.tx, 'application_fee', ctx.id, ctx.account)
    return listPage(ctx, 'fee_refund', { where: refund => refund.fee === ctx.id })
  }),
  route('GET', '/v1/application_fees/:id/refunds/:refund', {}, ({ tx, path, account }) =>
    owned(tx, 'fee_refund', path.refund ?? '', account),
  ),
  route(
    'POST',
    '/v1/application_fees/:id/refunds/:refund',
    { params: { metadata } },
    ({ tx, path, params, account }) => {
      const refund = ownedDraft(tx, 'fee_refund', path.refund ?? '', account)
      refund.metadata = mergeMetadata(refund.metadata ?? {}, params.metadata)
      return refund
    },
  ),
]

function createRefund({ tx, id, params, account }: Ctx<typeof REFUND>): FeeRefund {
  const fee = owned(tx, 'application_fee', id, account)
  const left = fee.amount - fee.amount_refunded
  if (left === 0) {
    throw invalid(`Application fee ${id} has already been refunded.`, {
      code: 'application_fee_already_refunded',
    })
  }
  const amount = params.amount ?? left
  if (amount < 1 || amount > left) {
    const [asked, most] = [amount, left].map(one => formatAmount(one, fee.currency))
    throw invalid(`Refund amount (${asked}) is greater than unrefunded amount on fee (${most})`, {
      param: 'amount',
    })
  }
  return addFeeRefund(tx, id, amount, mergeMetadata({}, params.metadata))
}
