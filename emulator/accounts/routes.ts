import { badParameter, invalid } from '../core/errors.ts'
import { PLATFORM } from '../core/ids.ts'
import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { oneOf, required } from '../core/params.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import { applyAccount } from './apply-account.ts'
import { blankAccount, blankVerification } from './blank.ts'
import { capabilityRoutes } from './capability-routes.ts'
import { countryRule } from './countries.ts'
import { externalAccountRoutes } from './external-account-routes.ts'
import { CREATE_FIELDS, UPDATE_FIELDS } from './fields.ts'
import { type Account, editAccount, editVerification } from './kinds.ts'
import { reachableAccount } from './own-account.ts'
import { personRoutes } from './person-routes.ts'
import { platformAccount } from './platform-account.ts'
import { refreshAccount } from './refresh.ts'

type CreateParams = Ctx<typeof CREATE_FIELDS>['params']

function controllerOf(sent: CreateParams): {
  type: Account['type']
  controller: NonNullable<Account['controller']>
} {
  const application = sent.type === 'custom' || sent.type === 'express'
  const wished = sent.controller
  const controller = {
    fees: { payer: wished?.fees?.payer ?? (application ? 'application' : 'account') },
    is_controller: true,
    losses: { payments: wished?.losses?.payments ?? (application ? 'application' : 'stripe') },
    requirement_collection:
      wished?.requirement_collection ?? (sent.type === 'custom' ? 'application' : 'stripe'),
    stripe_dashboard: {
      type:
        wished?.stripe_dashboard?.type ??
        (sent.type === 'custom' ? 'none' : sent.type === 'express' ? 'express' : 'full'),
    },
    type: 'application',
  } as NonNullable<Account['controller']>
  return { type: sent.type ?? (wished ? 'none' : 'standard'), controller }
}

function createAccount({ tx, params }: Ctx<typeof CREATE_FIELDS>): Account {
  const { type: _type, controller: _controller, country: sentCountry, ...sent } = params
  if (params.type && params.controller) {
    throw badParameter('You cannot pass both type and controller.', { param: 'controller' })
  }
  const country = (sentCountry ?? 'US').toUpperCase()
  const rule = countryRule(country)
  if (!rule) throw invalid(`${country} is not currently supported by Stripe.`, { param: 'country' })
  const account: Account = { ...blankAccount(country, rule.currency, tx.now), ...controllerOf(params) }
  if (
    sent.individual &&
    account.controller?.requirement_collection === 'stripe' &&
    account.type === 'standard'
  ) {
    throw invalid('You cannot send personal details of accounts that give them to Stripe themselves.', {
      param: 'individual',
    })
  }
  tx.put('account', account.id, account, PLATFORM)
  tx.put('_verification', account.id, blankVerification(), account.id)
  applyAccount(tx, account, sent)
  return refreshAccount(tx, account.id)
}

function deleteAccount({ tx, id, account }: Ctx): { id: string; object: 'account'; deleted: true } {
  reachableAccount({ tx, account }, id)
  for (const kind of ['person', 'bank_account'] as const) {
    for (const { id: part } of [...tx.list(kind, id)]) tx.remove(kind, part)
  }
  tx.remove('_verification', id)
  tx.remove('account', id)
  return { id, object: 'account', deleted: true }
}

const REASONS = oneOf('fraud', 'other', 'terms_of_service')

/** docs.stripe.com/api/accounts */
export const accountRoutes: Route[] = [
  route('GET', '/v1/account', {}, ({ tx, account }) =>
    account === PLATFORM ? platformAccount() : tx.get('account', account),
  ),
  route('POST', '/v1/accounts', { params: CREATE_FIELDS }, createAccount),
  route('GET', '/v1/accounts', { params: DATED_LIST_PARAMS }, ctx => listPage(ctx, 'account')),
  route('GET', '/v1/accounts/:id', {}, ({ tx, id, account }) =>
    id === PLATFORM ? platformAccount() : reachableAccount({ tx, account }, id),
  ),
  route('POST', '/v1/accounts/:id', { params: UPDATE_FIELDS }, ({ tx, id, account, params }) => {
    reachableAccount({ tx, account }, id)
    applyAccount(tx, editAccount(tx, id), params)
    return refreshAccount(tx, id)
  }),
  route('DELETE', '/v1/accounts/:id', {}, deleteAccount),
  route(
    'POST',
    '/v1/accounts/:id/reject',
    { params: { reason: required(REASONS) } },
    ({ tx, id, account, params }) => {
      reachableAccount({ tx, account }, id)
      editVerification(tx, id).rejected = `rejected.${params.reason}`
      return refreshAccount(tx, id)
    },
  ),
  ...capabilityRoutes,
  ...externalAccountRoutes,
  ...personRoutes,
]
