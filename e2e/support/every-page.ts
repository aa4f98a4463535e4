import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ADMIN_PAGES } from './admin-pages.ts'
import { ordersOf, type Visit } from './visit.ts'
import type { World } from './world.ts'

/** How each page of the app is visited: by whom, and at which addresses. */
export const EVERY_PAGE: Record<string, Visit[]> = {
  '/': [{ path: () => '/' }, { as: 'employer', path: () => '/' }],
  '/sign-in': [{ path: () => '/sign-in' }],
  '/sign-up': [
    { path: () => '/sign-up' },
    { seen: 'for a contractor', path: () => '/sign-up?role=contractor' },
  ],
  '/forgot': [{ path: () => '/forgot' }],
  '/reset/[token]': [{ seen: 'an old link', path: () => '/reset/none' }],
  '/verify/[token]': [{ seen: 'an old link', path: () => '/verify/none' }],
  '/account': [
    { as: 'employer', path: () => '/account' },
    { as: 'unverified', path: () => '/account' },
  ],
  '/account/leave': [
    { as: 'newEmployer', path: () => '/account/leave' },
    { as: 'contractor', seen: 'with money', path: () => '/account/leave?export=wrong_password' },
  ],
  '/account/security': [
    { as: 'employer', path: () => '/account/security' },
    { as: 'admin', path: () => '/account/security' },
  ],
  '/account/security/two-factor': [{ as: 'employer', path: () => '/account/security/two-factor' }],
  // Without a password before, it leads to the first step.
  '/sign-in/code': [{ path: () => '/sign-in/code' }],
  '/dashboard': [
    { as: 'employer', path: () => '/dashboard' },
    { as: 'contractor', path: () => '/dashboard' },
    { as: 'admin', path: () => '/dashboard' },
  ],
  '/notifications': [
    { as: 'employer', path: () => '/notifications' },
    { as: 'newEmployer', path: () => '/notifications' },
  ],
  '/notifications/preferences': [
    { as: 'employer', path: () => '/notifications/preferences' },
    { as: 'admin', path: () => '/notifications/preferences' },
  ],
  '/unsubscribe/[token]': [
    { path: ({ unsubscribeLink }) => unsubscribeLink },
    { seen: 'done', path: ({ unsubscribeLink }) => `${unsubscribeLink}?done=1` },
    { seen: 'a broken link', path: () => '/unsubscribe/usr_0.work.0' },
  ],
  '/authenticate/[token]': [
    { path: ({ checkLink }) => checkLink },
    { seen: 'an old link', path: () => '/authenticate/pay_0.0.0' },
  ],
  '/story': [{ path: () => '/story' }],
  '/dev/mail': [{ path: () => '/dev/mail' }],
  '/cards': [
    { as: 'employer', path: () => '/cards' },
    { as: 'newEmployer', path: () => '/cards' },
  ],
  '/contractors': [
    { as: 'employer', path: () => '/contractors' },
    { as: 'employer', seen: 'nobody found', path: () => '/contractors?q=nobody+of+this+name' },
  ],
  '/contractors/[contractorId]': [
    { as: 'employer', path: ({ contractor }) => `/contractors/${contractor.actor.userId}` },
  ],
  '/contractors/[contractorId]/ask': [
    { as: 'employer', path: ({ contractor }) => `/contractors/${contractor.actor.userId}/ask` },
  ],
  '/contractors/[contractorId]/order': [
    { as: 'employer', path: ({ contractor }) => `/contractors/${contractor.actor.userId}/order` },
  ],
  '/contractors/[contractorId]/milestones': [
    { as: 'employer', path: ({ contractor }) => `/contractors/${contractor.actor.userId}/milestones` },
  ],
  '/projects/[projectId]': (['employer', 'contractor'] as const).map(as => ({
    as,
    path: ({ project }: World) => `/projects/${project}`,
  })),
  '/offers': [
    { as: 'employer', path: () => '/offers' },
    { as: 'newEmployer', path: () => '/offers' },
    { as: 'contractor', path: () => '/offers' },
    { as: 'newContractor', path: () => '/offers' },
  ],
  '/offers/[offerId]': (['employer', 'contractor'] as const).flatMap(as =>
    (['requested', 'offered', 'declined'] as const).map(seen => ({
      as,
      seen,
      path: ({ offers }: World) => `/offers/${offers[seen]}`,
    })),
  ),
  '/listings': [
    { as: 'employer', path: () => '/listings' },
    { as: 'employer', seen: 'none found', path: () => '/listings?q=nothing+of+this+name&currency=usd&max=5' },
  ],
  '/listings/[listingId]': [{ as: 'employer', path: ({ listing }) => `/listings/${listing}` }],
  '/listings/own': [
    { as: 'contractor', path: () => '/listings/own' },
    { as: 'newContractor', path: () => '/listings/own' },
  ],
  '/listings/own/new': [{ as: 'contractor', path: () => '/listings/own/new' }],
  '/listings/own/[listingId]': [
    { as: 'contractor', path: ({ listing }) => `/listings/own/${listing}` },
    {
      as: 'contractor',
      seen: 'a refused picture',
      path: ({ listing }) => `/listings/own/${listing}?cover=too_small`,
    },
  ],
  '/deadlines': [
    { as: 'employer', path: () => '/deadlines' },
    { as: 'newEmployer', path: () => '/deadlines' },
    { as: 'contractor', path: () => '/deadlines' },
  ],
  '/orders': [
    { as: 'employer', path: () => '/orders' },
    { as: 'newEmployer', path: () => '/orders' },
    { as: 'contractor', path: () => '/orders' },
    { as: 'newContractor', path: () => '/orders' },
  ],
  '/orders/[orderId]': [
    ...ordersOf('/orders', 'employer'),
    ...ordersOf('/orders', 'contractor'),
    { as: 'employer', seen: 'a part to approve', path: ({ orders }) => `/orders/${orders.held}?part=50` },
    {
      as: 'contractor',
      seen: 'just delivered',
      path: ({ orders }) => `/orders/${orders.delivered}?done=delivered`,
    },
  ],
  '/orders/[orderId]/checkout': [
    { as: 'employer', path: ({ orders }) => `/orders/${orders.placed}/checkout` },
  ],
  '/orders/[orderId]/receipt': (['employer', 'contractor'] as const).map(as => ({
    as,
    path: ({ orders }: World) => `/orders/${orders.completed}/receipt`,
  })),
  '/orders/[orderId]/renew': [{ as: 'employer', path: ({ orders }) => `/orders/${orders.held}/renew` }],
  '/onboarding': [
    { as: 'contractor', path: () => '/onboarding' },
    { as: 'newContractor', path: () => '/onboarding' },
    { as: 'company', path: () => '/onboarding' },
  ],
  '/onboarding/terms': [{ as: 'contractor', path: () => '/onboarding/terms' }],
  '/balance': [
    { as: 'contractor', path: () => '/balance' },
    { as: 'contractor', seen: 'a payout to confirm', path: () => '/balance?currency=usd&amount=1' },
    { as: 'newContractor', path: () => '/balance' },
  ],
  '/balance/earnings': [
    { as: 'contractor', path: () => '/balance/earnings' },
    { as: 'newContractor', path: () => '/balance/earnings' },
  ],
  '/balance/payouts': [
    { as: 'contractor', path: () => '/balance/payouts' },
    { as: 'newContractor', path: () => '/balance/payouts' },
  ],
  '/balance/recoveries': [
    { as: 'contractor', path: () => '/balance/recoveries' },
    { as: 'newContractor', path: () => '/balance/recoveries' },
  ],
  '/balance/statements': [
    { as: 'contractor', path: () => '/balance/statements' },
    { as: 'contractor', seen: 'nothing yet', path: () => '/balance/statements?month=2020-01' },
    { as: 'newContractor', path: () => '/balance/statements' },
  ],
  ...ADMIN_PAGES,
  '/_not-found': [
    { path: () => '/no-such-page', status: 404 },
    { as: 'employer', path: () => '/orders/ord_00000000000000000000000000', status: 404 },
  ],
}

/** Shown by Next itself when everything else has failed; there is no address that leads there. */
const WITHOUT_ADDRESS = ['/_global-error']

/** The pages that the build has, by their route. */
export function builtPages(): string[] {
  const manifest = path.resolve(import.meta.dirname, '../../.next/app-path-routes-manifest.json')
  const routes = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>
  return Object.entries(routes)
    .filter(([file]) => file.endsWith('/page'))
    .map(([, route]) => route)
    .filter(route => !WITHOUT_ADDRESS.includes(route))
    .sort()
}
