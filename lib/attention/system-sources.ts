import { db, type Prisma } from '../db.ts'
import { message } from '../i18n/message.ts'
import { ruleWords } from '../ledger-checks/model.ts'
import { ago, type Found, found, livemode, personName, RECENT_MS, SHOWN } from './source.ts'

export function brokenRules(): Promise<Found> {
  const where = { livemode: livemode(), breaches: { gt: 0 } }
  const rows = db().invariantCheck.findMany({ where, orderBy: { name: 'asc' }, take: SHOWN })
  return found(db().invariantCheck.count({ where }), rows, ({ name, breaches: count, checkedAt: at }) => {
    const about = ruleWords(name)
    const detail = message('attention.cases', { count })
    return { id: name, about: about ? message(about) : name, detail, href: '/admin/discrepancies#rules', at }
  })
}

export function discrepancies(): Promise<Found> {
  const where = { livemode: livemode(), resolvedAt: null }
  const rows = db().discrepancy.findMany({ where, orderBy: { id: 'asc' }, take: SHOWN })
  return found(db().discrepancy.count({ where }), rows, ({ id, subject, proposal, firstSeenAt: at }) => {
    return { id, about: subject, detail: proposal, href: '/admin/discrepancies', at }
  })
}

export function failedPayouts(): Promise<Found> {
  const where = {
    livemode: livemode(),
    status: 'failed',
    stripePayoutId: { not: null },
    updatedAt: { gt: ago(RECENT_MS) },
  } satisfies Prisma.PayoutWhereInput
  const include = { account: { include: { user: personName } } } as const
  const rows = db().payout.findMany({ where, include, orderBy: { id: 'desc' }, take: SHOWN })
  return found(db().payout.count({ where }), rows, ({ id, account, failureCode, updatedAt: at }) => ({
    ...{ id, at, detail: '', code: failureCode },
    about: account?.user.profile?.displayName ?? 'attention.ownBank',
    href: account ? `/admin/contractors/${account.userId}` : '/admin/attention',
  }))
}

export function deadEvents(): Promise<Found> {
  const where = { livemode: livemode(), state: 'dead' } satisfies Prisma.StripeEventWhereInput
  const select = { id: true, type: true, objectId: true, lastError: true, receivedAt: true } as const
  const rows = db().stripeEvent.findMany({ where, select, orderBy: { id: 'desc' }, take: SHOWN })
  return found(
    db().stripeEvent.count({ where }),
    rows,
    ({ id, type, objectId, lastError, receivedAt: at }) => ({
      ...{ id, at, about: `${type} ${objectId}`, detail: lastError ?? '' },
      href: '/admin/webhooks?state=dead',
    }),
  )
}

export function failedMails(): Promise<Found> {
  const where = {
    livemode: livemode(),
    mailState: 'failed',
    createdAt: { gt: ago(RECENT_MS) },
  } satisfies Prisma.NotificationWhereInput
  const include = { recipient: personName } as const
  const rows = db().notification.findMany({ where, include, orderBy: { id: 'desc' }, take: SHOWN })
  return found(db().notification.count({ where }), rows, row => ({
    ...{ id: row.id, at: row.createdAt, detail: row.mailError ?? '' },
    ...{ about: row.recipient.email, code: row.kind },
    href: row.orderId ? `/admin/orders/${row.orderId}` : '/admin/attention',
  }))
}
