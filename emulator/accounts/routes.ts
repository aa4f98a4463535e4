import { fundsOf } from '../balance/balance.ts'
import { invalid } from '../core/errors.ts'
import { PLATFORM } from '../core/ids.ts'
import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { oneOf, required } from '../core/params.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { applyAccount } from './apply-account.ts'
import { capabilityRoutes } from './capability-routes.ts'
import { externalAccountRoutes } from './external-account-routes.ts'
import { CREATE_FIELDS, UPDATE_FIELDS } from './fields.ts'
import { checkFirstVersion } from './first-version.ts'
import { type Account, editAccount, editVerification } from './kinds.ts'
import { loginLinkRoutes } from './login-link-routes.ts'
import { openAccount } from './open-account.ts'
import { reachableAccount } from './own-account.ts'
import { personRoutes } from './person-routes.ts'
import { platformAccount } from './platform-account.ts'
import { refreshAccount } from './refresh.ts'

/** An account with money, or a debt, stays. @throws StripeError 400. */
function checkEmpty(tx: Tx, account: Account): void {
  const currencies = new Set([account.default_currency])
  for (const { currency } of tx.list('balance_transaction', account.id)) currencies.add(currency)
  for (const currency of currencies) {
    const { available, pending } = fundsOf(tx, account.id, currency)
    if (available === 0 && pending === 0) continue
    throw invalid(
      `This account could not be deleted, because it has a non-zero balance. All balances must be zero before an account can be deleted.`,
      {},
    )
  }
}

function deleteAccount(ctx: Ctx): { id: string; object: 'account'; deleted: true } {
  const { tx, id } = ctx
  const account = reachableAccount(ctx, id)
  checkEmpty(tx, account)
  for (const kind of ['person', 'bank_account'] as const) {
    for (const { id: part } of [...tx.list(kind, id)]) tx.remove(kind, part)
  }
  if (account.controller.stripe_dashboard?.type === 'full')
    emit(tx, 'account.application.deauthorized', { id: 'ca_LocalPlatform', object: 'application' }, id)
  tx.remove('_verification', id)
  tx.remove('account', id)
  return { id, object: 'account', deleted: true }
}

const REASONS = oneOf('fraud', 'other', 'terms_of_service')

/** docs.stripe.com/api/accounts */
export const accountRoutes: Route[] = [
  route('GET', '/v1/account', {}, ({ tx, account }) =>
    account === PLATFORM ? platformAccount(tx) : tx.get('account', account),
  ),
  route('POST', '/v1/accounts', { params: CREATE_FIELDS }, ({ tx, params, account }) => {
    checkFirstVersion(tx)
    return openAccount(tx, account, params)
  }),
  route('GET', '/v1/accounts', { params: DATED_LIST_PARAMS }, ctx => listPage(ctx, 'account')),
  route('GET', '/v1/accounts/:id', {}, ({ tx, id, account }) =>
    id === PLATFORM ? platformAccount(tx) : reachableAccount({ tx, account }, id),
  ),
  route('POST', '/v1/accounts/:id', { params: UPDATE_FIELDS }, ctx => {
    const { tx, id, params } = ctx
    reachableAccount(ctx, id)
    applyAccount(tx, editAccount(tx, id), params)
    return refreshAccount(tx, id)
  }),
  route('DELETE', '/v1/accounts/:id', {}, deleteAccount),
  route('POST', '/v1/accounts/:id/reject', { params: { reason: required(REASONS) } }, ctx => {
    const { tx, id, params } = ctx
    reachableAccount(ctx, id)
    editVerification(tx, id).rejected = `rejected.${params.reason}`
    return refreshAccount(tx, id)
  }),
  ...capabilityRoutes,
  ...externalAccountRoutes,
  ...loginLinkRoutes,
  ...personRoutes,
]
