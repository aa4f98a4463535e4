import { db, type Prisma } from '../db.ts'
import { ago, livemode, RECENT_MS, SHOWN, type Source } from './source.ts'

const personName = { select: { id: true, email: true, profile: { select: { displayName: true } } } } as const

export function discrepancies(): Source {
  const where = { livemode: livemode(), resolvedAt: null }
  return {
    count: () => db().discrepancy.count({ where }),
    items: async () => {
      const rows = await db().discrepancy.findMany({ where, orderBy: { id: 'asc' }, take: SHOWN })
      return rows.map(({ id, subject, proposal, firstSeenAt: at }) => {
        return { id, about: subject, detail: proposal, href: '/admin/discrepancies', at }
      })
    },
  }
}

export function failedPayouts(): Source {
  const where = {
    livemode: livemode(),
    status: 'failed',
    stripePayoutId: { not: null },
    updatedAt: { gt: ago(RECENT_MS) },
  } satisfies Prisma.PayoutWhereInput
  return {
    count: () => db().payout.count({ where }),
    items: async () => {
      const include = { account: { include: { user: personName } } } as const
      const rows = await db().payout.findMany({ where, include, orderBy: { id: 'desc' }, take: SHOWN })
      return rows.map(({ id, account, failureCode, updatedAt: at }) => {
        const detail = (failureCode ?? 'no reason given').replaceAll('_', ' ')
        const about = account?.user.profile?.displayName ?? 'The platform’s own bank'
        return {
          id,
          about,
          detail,
          at,
          href: account ? `/admin/contractors/${account.userId}` : '/admin/attention',
        }
      })
    },
  }
}

export function deadEvents(): Source {
  const where = { livemode: livemode(), state: 'dead' } satisfies Prisma.StripeEventWhereInput
  return {
    count: () => db().stripeEvent.count({ where }),
    items: async () => {
      const select = { id: true, type: true, objectId: true, lastError: true, receivedAt: true } as const
      const rows = await db().stripeEvent.findMany({ where, select, orderBy: { id: 'desc' }, take: SHOWN })
      return rows.map(({ id, type, objectId, lastError, receivedAt: at }) => {
        return {
          id,
          at,
          about: `${type} ${objectId}`,
          detail: lastError ?? '',
          href: '/admin/webhooks?state=dead',
        }
      })
    },
  }
}

export function failedMails(): Source {
  const where = {
    livemode: livemode(),
    mailState: 'failed',
    createdAt: { gt: ago(RECENT_MS) },
  } satisfies Prisma.NotificationWhereInput
  return {
    count: () => db().notification.count({ where }),
    items: async () => {
      const rows = await db().notification.findMany({
        where,
        include: { recipient: personName },
        orderBy: { id: 'desc' },
        take: SHOWN,
      })
      return rows.map(({ id, kind, orderId, mailError, recipient, createdAt: at }) => {
        const about = `${kind.replaceAll('_', ' ')} to ${recipient.email}`
        return {
          id,
          at,
          about,
          detail: mailError ?? '',
          href: orderId ? `/admin/orders/${orderId}` : '/admin/attention',
        }
      })
    },
  }
}
