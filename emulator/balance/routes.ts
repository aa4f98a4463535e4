import { includable } from '../core/expand.ts'
import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { owned } from '../core/owned.ts'
import { text } from '../core/params.ts'
import { type Route, route } from '../core/route.ts'
import { balanceOf } from './balance.ts'

const LIST = { ...DATED_LIST_PARAMS, currency: text, payout: text, source: text, type: text }

/** What would be left of an instant payout: Stripe's price for one depends on the contract, and is nothing here. */
includable('part', 'net_available', (_, part) => {
  const { amount, source_types } = part as { amount: number; source_types: unknown }
  return [{ amount, destination: null, source_types }]
})

/** docs.stripe.com/api/balance and /balance_transactions (with its former name, /balance/history) */
export const balanceRoutes: Route[] = [
  route('GET', '/v1/balance', {}, ({ tx, account }) => balanceOf(tx, account)),
  ...['/v1/balance_transactions', '/v1/balance/history'].flatMap(path => [
    route('GET', path, { params: LIST }, ctx => {
      const { currency, source, type } = ctx.params
      return listPage(ctx, 'balance_transaction', {
        by: source === undefined ? undefined : { field: 'source', value: source },
        where: one => (!currency || one.currency === currency) && (!type || one.type === type),
      })
    }),
    route('GET', `${path}/:id`, {}, ({ tx, id, account }) => owned(tx, 'balance_transaction', id, account)),
  ]),
]
