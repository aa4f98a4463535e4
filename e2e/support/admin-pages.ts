import { ordersOf, type Visit } from './visit.ts'

/** How each page of the admins is visited. */
export const ADMIN_PAGES: Record<string, Visit[]> = {
  '/admin': [
    { as: 'admin', path: () => '/admin' },
    { as: 'admin', seen: 'long ago', path: () => '/admin?until=2024-05' },
  ],
  '/admin/accountant': [{ as: 'admin', path: () => '/admin/accountant' }],
  '/admin/orders': [{ as: 'admin', path: () => '/admin/orders' }],
  '/admin/orders/[orderId]': [
    ...ordersOf('/admin/orders', 'admin'),
    { as: 'admin', seen: 'with a warning of fraud', path: ({ warned }) => `/admin/orders/${warned}` },
    {
      as: 'admin',
      seen: 'a refund to confirm',
      path: ({ orders }) => `/admin/orders/${orders.completed}?refund=preview&amount=50`,
    },
  ],
  '/admin/contractors': [{ as: 'admin', path: () => '/admin/contractors' }],
  '/admin/contractors/[userId]': [
    { as: 'admin', path: ({ contractor }) => `/admin/contractors/${contractor.actor.userId}` },
    {
      as: 'admin',
      seen: 'a recovery to confirm',
      path: ({ contractor, orders }) =>
        `/admin/contractors/${contractor.actor.userId}?order=${orders.completed}&recover=preview&amount=5&instrument=transfer_reversal`,
    },
    {
      as: 'admin',
      seen: 'not verified',
      path: ({ newContractor }) => `/admin/contractors/${newContractor.actor.userId}`,
    },
  ],
  '/admin/approvals': [
    { as: 'admin', path: () => '/admin/approvals' },
    { as: 'admin', seen: 'over', path: () => '/admin/approvals?over=1' },
  ],
  '/admin/attention': [{ as: 'admin', path: () => '/admin/attention' }],
  '/admin/discrepancies': [
    { as: 'admin', path: () => '/admin/discrepancies' },
    { as: 'admin', seen: 'gone', path: () => '/admin/discrepancies?gone=1' },
  ],
  '/admin/disagreements': [
    { as: 'admin', path: () => '/admin/disagreements' },
    { as: 'admin', seen: 'over', path: () => '/admin/disagreements?over=1' },
  ],
  '/admin/disputes': [{ as: 'admin', path: () => '/admin/disputes' }],
  '/admin/disputes/[disputeId]': [{ as: 'admin', path: ({ dispute }) => `/admin/disputes/${dispute}` }],
  '/admin/doctor': [{ as: 'admin', path: () => '/admin/doctor' }],
  '/admin/objections': [{ as: 'admin', path: () => '/admin/objections' }],
  '/admin/webhooks': [
    { as: 'admin', path: () => '/admin/webhooks' },
    { as: 'admin', seen: 'one state', path: () => '/admin/webhooks?state=parked' },
  ],
  '/admin/webhooks/[eventRowId]': [{ as: 'admin', path: ({ event }) => `/admin/webhooks/${event}` }],
  '/admin/lists/[list]': [
    { as: 'admin', path: () => '/admin/lists/orders' },
    { as: 'admin', seen: 'narrowed', path: () => '/admin/lists/payments?status=succeeded&sort=dearest' },
    { as: 'admin', seen: 'of people', path: () => '/admin/lists/users' },
    { as: 'admin', seen: 'of nothing', path: () => '/admin/lists/refunds?q=nobody' },
  ],
  '/admin/search': [
    { as: 'admin', path: () => '/admin/search' },
    { as: 'admin', seen: 'found', path: () => '/admin/search?q=stone' },
  ],
  '/admin/users/[userId]': [
    { as: 'admin', path: ({ contractor }) => `/admin/users/${contractor.actor.userId}` },
    { as: 'admin', seen: 'an employer', path: ({ employer }) => `/admin/users/${employer.actor.userId}` },
  ],
  '/admin/commission': [
    { as: 'admin', path: () => '/admin/commission' },
    { as: 'admin', seen: 'a preview', path: () => '/admin/commission?of=usd' },
  ],
  '/admin/team': [{ as: 'admin', path: () => '/admin/team' }],
  '/admin/audit': [
    { as: 'admin', path: () => '/admin/audit' },
    { as: 'admin', seen: 'narrowed', path: () => '/admin/audit?what=order.&from=2020-01-01' },
  ],
}

/** How each file for admins is asked for; they are no pages. */
export const ADMIN_FILES: Record<string, Visit['path']> = {
  '/admin/accountant/[month]': () => `/admin/accountant/${new Date().toISOString().slice(0, 7)}`,
  '/admin/lists/[list]/export': () => '/admin/lists/payments/export',
  '/admin/audit/export': () => '/admin/audit/export?what=order.',
}
