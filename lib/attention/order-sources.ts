import { DAY_MS, now } from '../clock.ts'
import { db, type Prisma } from '../db.ts'
import { fraudTypeWords, refundNowPath } from '../fraud-warnings/model.ts'
import { message } from '../i18n/message.ts'
import type { MessageKey } from '../i18n/messages.ts'
import type { HoldEnd } from '../orders/model.ts'
import { ago, type Found, found, livemode, ofOrder, orderName, RECENT_MS, SHOWN, sumOf } from './source.ts'

const ENDING_MS = 2 * DAY_MS
const TEXT_SHOWN = 140

const CHOSEN = {
  ask: 'attention.chose_ask',
  approve: 'attention.chose_approve',
  release: 'attention.chose_release',
} satisfies Record<HoldEnd, MessageKey>

export function approvals(): Promise<Found> {
  const where = {
    ...{ status: 'open', expiresAt: { gt: now() } },
    livemode: livemode(),
  } satisfies Prisma.ApprovalWhereInput
  const include = { requestedBy: { select: { profile: { select: { displayName: true } } } } } as const
  const rows = db().approval.findMany({ where, include, orderBy: { id: 'asc' }, take: SHOWN })
  return found(db().approval.count({ where }), rows, row => ({
    ...{ id: row.id, at: row.expiresAt, href: `/admin/approvals#${row.id}` },
    about: message(row.kind === 'refund' ? 'attention.refundOf' : 'attention.recoveryOf', {
      sum: sumOf(row),
    }),
    detail: row.requestedBy.profile
      ? message('attention.askedBy', { name: row.requestedBy.profile.displayName })
      : 'attention.anAdmin',
  }))
}

export function disagreements(): Promise<Found> {
  const where = { status: 'open', order: { livemode: livemode() } } satisfies Prisma.DisagreementWhereInput
  const include = { order: orderName } as const
  const rows = db().disagreement.findMany({ where, include, orderBy: { id: 'asc' }, take: SHOWN })
  return found(db().disagreement.count({ where }), rows, ({ id, order, text, createdAt: at }) => ({
    ...{ id, at, detail: text.slice(0, TEXT_SHOWN) },
    ...ofOrder(order, '#disagreement'),
  }))
}

export function objections(): Promise<Found> {
  const where = { status: 'open', recovery: { livemode: livemode() } } satisfies Prisma.ObjectionWhereInput
  const include = { recovery: { select: { amount: true, currency: true } } } as const
  const rows = db().objection.findMany({ where, include, orderBy: { id: 'asc' }, take: SHOWN })
  return found(db().objection.count({ where }), rows, ({ id, recovery, text, createdAt: at }) => ({
    ...{ id, at, detail: text.slice(0, TEXT_SHOWN), href: '/admin/objections' },
    about: message('attention.takenBack', { sum: sumOf(recovery) }),
  }))
}

export function disputes(): Promise<Found> {
  const status = { in: ['needs_response', 'warning_needs_response'] }
  const where = { livemode: livemode(), status } satisfies Prisma.DisputeWhereInput
  const rows = db().dispute.findMany({
    where,
    include: { payment: { select: { order: orderName } } },
    orderBy: [{ evidenceDueAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: SHOWN,
  })
  return found(db().dispute.count({ where }), rows, row => ({
    ...{ id: row.id, detail: row.stripeDisputeId, at: row.evidenceDueAt ?? row.openedAt },
    ...{ ...ofOrder(row.payment.order), href: `/admin/disputes/${row.id}` },
  }))
}

export function fraudWarnings(): Promise<Found> {
  const where = { livemode: livemode(), isActionable: true } satisfies Prisma.FraudWarningWhereInput
  const include = { payment: { select: { status: true, order: orderName } } } as const
  const rows = db().fraudWarning.findMany({ where, include, orderBy: { id: 'asc' }, take: SHOWN })
  return found(db().fraudWarning.count({ where }), rows, ({ id, fraudType, payment, warnedAt: at }) => ({
    ...{ id, at, detail: message(fraudTypeWords(fraudType)) },
    ...ofOrder(payment.order),
    ...(payment.status === 'succeeded' && { href: refundNowPath(payment.order.id) }),
  }))
}

export function failedRefunds(): Promise<Found> {
  const where = {
    livemode: livemode(),
    status: { in: ['failed', 'requires_action'] },
    updatedAt: { gt: ago(RECENT_MS) },
  } satisfies Prisma.RefundWhereInput
  const include = { payment: { select: { order: orderName } } } as const
  const rows = db().refund.findMany({ where, include, orderBy: { id: 'desc' }, take: SHOWN })
  return found(db().refund.count({ where }), rows, ({ id, payment, failureReason, updatedAt: at }) => ({
    ...{ id, at, detail: failureReason ? '' : 'attention.waitsForEmployer', code: failureReason },
    ...ofOrder(payment.order, '#refunds'),
  }))
}

export function holdsEnding(): Promise<Found> {
  const where = {
    livemode: livemode(),
    status: 'requires_capture',
    surplusAt: null,
    captureRequestedAt: null,
    releaseRequestedAt: null,
    captureBeforeAt: { gt: now(), lt: ago(-ENDING_MS) },
  } satisfies Prisma.PaymentWhereInput
  const include = { order: { select: { ...orderName.select, holdEnd: true } } } as const
  const rows = db().payment.findMany({ where, include, orderBy: { captureBeforeAt: 'asc' }, take: SHOWN })
  return found(db().payment.count({ where }), rows, ({ id, order, captureBeforeAt }) => ({
    ...{ id, at: captureBeforeAt ?? now() },
    detail: CHOSEN[order.holdEnd],
    ...ofOrder(order),
  }))
}
