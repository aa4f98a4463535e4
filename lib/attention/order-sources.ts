import { DAY_MS, now } from '../clock.ts'
import { db, type Prisma } from '../db.ts'
import { formatMoney, moneyOf } from '../money.ts'
import { ago, livemode, RECENT_MS, SHOWN, type Source } from './source.ts'

/** An operation that has had no answer for so long is no longer just under way. */
const STUCK_MS = 15 * 60_000
const ENDING_MS = 2 * DAY_MS

const orderName = { select: { id: true, number: true, title: true } } as const
type OrderName = { id: string; number: number; title: string }
const ofOrder = (order: OrderName, anchor = '') => ({
  about: `#${order.number} ${order.title}`,
  href: `/admin/orders/${order.id}${anchor}`,
})

export function disagreements(): Source {
  const where = { status: 'open', order: { livemode: livemode() } } satisfies Prisma.DisagreementWhereInput
  return {
    count: () => db().disagreement.count({ where }),
    items: async () => {
      const rows = await db().disagreement.findMany({
        where,
        include: { order: orderName },
        orderBy: { id: 'asc' },
        take: SHOWN,
      })
      return rows.map(({ id, order, text, createdAt: at }) => ({
        ...{ id, at, detail: text.slice(0, 140) },
        ...ofOrder(order, '#disagreement'),
      }))
    },
  }
}

export function objections(): Source {
  const where = { status: 'open', recovery: { livemode: livemode() } } satisfies Prisma.ObjectionWhereInput
  return {
    count: () => db().objection.count({ where }),
    items: async () => {
      const rows = await db().objection.findMany({
        where,
        include: { recovery: { select: { amount: true, currency: true } } },
        orderBy: { id: 'asc' },
        take: SHOWN,
      })
      return rows.map(({ id, recovery, text, createdAt: at }) => ({
        ...{ id, at, detail: text.slice(0, 140), href: '/admin/objections' },
        about: `${formatMoney(moneyOf(recovery.amount, recovery.currency))} taken back`,
      }))
    },
  }
}

export function disputes(): Source {
  const where = {
    livemode: livemode(),
    status: { in: ['needs_response', 'warning_needs_response'] },
  } satisfies Prisma.DisputeWhereInput
  return {
    count: () => db().dispute.count({ where }),
    items: async () => {
      const rows = await db().dispute.findMany({
        where,
        include: { payment: { select: { order: orderName } } },
        orderBy: [{ evidenceDueAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
        take: SHOWN,
      })
      return rows.map(({ id, payment, stripeDisputeId, evidenceDueAt, openedAt }) => ({
        ...{ id, detail: stripeDisputeId, at: evidenceDueAt ?? openedAt },
        ...ofOrder(payment.order),
      }))
    },
  }
}

/** Payments that Stripe has not answered. Refunds, recoveries and payouts stand on their own pages as "asked for". */
export function stuck(): Source {
  const where = {
    livemode: livemode(),
    updatedAt: { lt: ago(STUCK_MS) },
    OR: [
      { status: 'pending' },
      { status: 'requires_capture', captureRequestedAt: { lt: ago(STUCK_MS) } },
      { status: 'requires_capture', releaseRequestedAt: { lt: ago(STUCK_MS) } },
    ],
  } satisfies Prisma.PaymentWhereInput
  return {
    count: () => db().payment.count({ where }),
    items: async () => {
      const rows = await db().payment.findMany({
        where,
        include: { order: orderName },
        orderBy: { id: 'asc' },
        take: SHOWN,
      })
      return rows.map(({ id, order, captureRequestedAt, releaseRequestedAt, createdAt }) => {
        const what = captureRequestedAt ? 'Capture' : releaseRequestedAt ? 'Release' : 'Hold'
        return {
          id,
          detail: what,
          at: captureRequestedAt ?? releaseRequestedAt ?? createdAt,
          ...ofOrder(order),
        }
      })
    },
  }
}

export function failedRefunds(): Source {
  const where = {
    livemode: livemode(),
    status: { in: ['failed', 'requires_action'] },
    updatedAt: { gt: ago(RECENT_MS) },
  } satisfies Prisma.RefundWhereInput
  return {
    count: () => db().refund.count({ where }),
    items: async () => {
      const rows = await db().refund.findMany({
        where,
        include: { payment: { select: { order: orderName } } },
        orderBy: { id: 'desc' },
        take: SHOWN,
      })
      return rows.map(({ id, payment, failureReason, updatedAt: at }) => ({
        ...{ id, at, detail: (failureReason ?? 'waits for the employer').replaceAll('_', ' ') },
        ...ofOrder(payment.order, '#refunds'),
      }))
    },
  }
}

export function holdsEnding(): Source {
  const where = {
    livemode: livemode(),
    status: 'requires_capture',
    surplusAt: null,
    captureRequestedAt: null,
    releaseRequestedAt: null,
    captureBeforeAt: { gt: now(), lt: ago(-ENDING_MS) },
  } satisfies Prisma.PaymentWhereInput
  return {
    count: () => db().payment.count({ where }),
    items: async () => {
      const rows = await db().payment.findMany({
        where,
        include: { order: { select: { ...orderName.select, holdEnd: true } } },
        orderBy: { captureBeforeAt: 'asc' },
        take: SHOWN,
      })
      return rows.map(({ id, order, captureBeforeAt }) => ({
        ...{ id, at: captureBeforeAt ?? now(), detail: `The employer chose: ${order.holdEnd}` },
        ...ofOrder(order),
      }))
    },
  }
}
