import { invalid } from '../core/errors.ts'
import { randomText } from '../core/ids.ts'
import { type Route, route } from '../core/route.ts'
import { reachableAccount } from './own-account.ts'

/** docs.stripe.com/api/accounts/login_link */
export const loginLinkRoutes: Route[] = [
  route('POST', '/v1/accounts/:id/login_links', {}, ctx => {
    const { tx, id } = ctx
    const account = reachableAccount(ctx, id)
    if (account.controller.stripe_dashboard?.type !== 'express')
      throw invalid(`The account ${id} does not have access to the Express Dashboard.`, { param: 'account' })
    if (!account.details_submitted) {
      throw invalid('Cannot create a login link for an account that has not completed onboarding.', {
        param: 'account',
      })
    }
    const url = `https://connect.stripe.com/express/${id}/${randomText(12)}`
    return { object: 'login_link', created: tx.now, url }
  }),
]
