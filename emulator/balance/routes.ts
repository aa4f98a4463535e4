import { invalid } from '../core/errors.ts'
import { includable } from '../core/expand.ts'
import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { owned } from '../core/owned.ts'
import { text } from '../core/params.ts'
import { type Route, route } from '../core/route.ts'
import type { Payout } from '../payouts/kinds.ts'
import { payee } from '../payouts/plan.ts'
import { balanceOf } from './balance.ts'

const LIST = { ...DATED_LIST_PARAMS, currency: text, payout: text, source: text, type: text }

/** What would arrive where an instant payout can go: Stripe's price for one depends on the contract, and is nothing here. */
includable('part', 'net_available', (tx, part, accountId) => {
  const { amount, currency, source_types } = part as {
    amount: number
    currency: string
    source_types: unknown
  }
  const banks = payee(tx, accountId)?.external_accounts.data ?? []
  return banks
    .filter(bank => bank.currency === currency && bank.available_payout_methods?.includes('instant'))
    .map(({ id }) => ({ amount, destination: id, source_types }))
})

/** @throws StripeError 400 for a payout of which Stripe does not know what it is made of, or does not know it yet. */
function checkReconciled(payout: Payout): void {
  if (!payout.automatic) {
    throw invalid('Balance transaction history can only be filtered on automatic transfers, not manual.', {
      param: 'payout',
    })
  }
  if (payout.reconciliation_status === 'completed') return
  throw invalid(`The reconciliation of ${payout.id} is not ready yet. Try again later.`, {
    code: 'payout_reconciliation_not_ready',
    param: 'payout',
  })
}

/** docs.stripe.com/api/balance and /balance_transactions (with its former name, /balance/history) */
export const balanceRoutes: Route[] = [
  route('GET', '/v1/balance', {}, ({ tx, account }) => balanceOf(tx, account)),
  ...['/v1/balance_transactions', '/v1/balance/history'].flatMap(path => [
    route('GET', path, { params: LIST }, ctx => {
      const { currency, payout, source, type } = ctx.params
      if (payout !== undefined) checkReconciled(owned(ctx.tx, 'payout', payout, ctx.account, 'payout'))
      return listPage(ctx, 'balance_transaction', {
        by: source === undefined ? undefined : { field: 'source', value: source },
        where: one =>
          (!currency || one.currency === currency) &&
          (!type || one.type === type) &&
          (!payout || ctx.tx.find('_payout_item', one.id)?.payout === payout),
      })
    }),
    route('GET', `${path}/:id`, {}, ({ tx, id, account }) => owned(tx, 'balance_transaction', id, account)),
  ]),
]
