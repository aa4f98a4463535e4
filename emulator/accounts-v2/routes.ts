import { applyAccount } from '../accounts/apply-account.ts'
import { type Account, editAccount } from '../accounts/kinds.ts'
import { openAccount } from '../accounts/open-account.ts'
import { reachableAccount } from '../accounts/own-account.ts'
import { refreshAccount } from '../accounts/refresh.ts'
import { listPage } from '../core/list.ts'
import { integer, text } from '../core/params.ts'
import { type Route, route } from '../core/route.ts'
import { asCreation, asUpdate } from './as-first-version.ts'
import { CREATE_FIELDS, INCLUDE, UPDATE_FIELDS } from './fields.ts'
import { shapeOf } from './shape.ts'

const PATH = '/v2/core/accounts'

/**
 * docs.stripe.com/api/v2/core/accounts: another view of the accounts of /v1/accounts. An account that one version has opened is read and
 * changed by the other as well, as Stripe says of its own (docs.stripe.com/connect/accounts-v2).
 */
export const accountV2Routes: Route[] = [
  route('POST', PATH, { params: CREATE_FIELDS }, ({ tx, params, account }) =>
    shapeOf(openAccount(tx, account, asCreation(params)), params.include),
  ),
  route('GET', PATH, { params: { limit: integer, page: text } }, ctx => {
    const { limit, page } = ctx.params
    const { data, has_more } = listPage({ ...ctx, params: { limit, starting_after: page } }, 'account')
    const query = new URLSearchParams({
      ...(limit ? { limit: String(limit) } : {}),
      page: data.at(-1)?.id ?? '',
    })
    return {
      data: data.map(one => shapeOf(one as Account)),
      next_page_url: has_more ? `${PATH}?${query}` : null,
      previous_page_url: null,
    }
  }),
  route('GET', `${PATH}/:id`, { params: { include: INCLUDE } }, ctx =>
    shapeOf(reachableAccount(ctx, ctx.id), ctx.params.include),
  ),
  route('POST', `${PATH}/:id`, { params: UPDATE_FIELDS }, ctx => {
    const { tx, id, params } = ctx
    reachableAccount(ctx, id)
    applyAccount(tx, editAccount(tx, id), asUpdate(params))
    return shapeOf(refreshAccount(tx, id), params.include)
  }),
]
