import { may } from '../access/model.ts'
import { db, type Prisma } from '../db.ts'
import { env } from '../env.ts'
import { moneyOf } from '../money.ts'
import { COUNTED_STATUSES } from '../refunds/model.ts'
import type { Actor } from '../users/model.ts'
import type { FraudWarningView } from './model.ts'

const SHOWN = 50

const parts = {
  payment: {
    select: {
      amount: true,
      amountCaptured: true,
      currency: true,
      status: true,
      refunds: { where: { status: { in: [...COUNTED_STATUSES] } }, select: { amount: true } },
      disputes: { select: { id: true }, take: 1 },
      order: {
        select: {
          ...{ id: true, number: true, title: true },
          contractor: { select: { profile: { select: { displayName: true } } } },
        },
      },
    },
  },
} satisfies Prisma.FraudWarningInclude

function viewOf(row: Prisma.FraudWarningGetPayload<{ include: typeof parts }>): FraudWarningView {
  const { order, refunds, disputes, amountCaptured, ...payment } = row.payment
  const { contractor, ...named } = order
  const taken = payment.status === 'succeeded' ? amountCaptured : payment.amount
  const left = refunds.reduce((rest, { amount }) => rest - amount, taken)
  const over = disputes.length > 0 ? 'dispute' : left <= 0n ? 'refund' : null
  return {
    id: row.id,
    stripeWarningId: row.stripeWarningId,
    order: named,
    contractor: contractor.profile?.displayName ?? '',
    ...moneyOf(row.isActionable ? left : taken, payment.currency),
    paymentStatus: payment.status,
    fraudType: row.fraudType,
    isActionable: row.isActionable,
    endedBy: row.isActionable ? null : over,
    warnedAt: row.warnedAt,
  }
}

/** The warnings of banks for admins, those that want something done first, then the newest; of one order, or of all. Empty for others. */
export async function listFraudWarnings(
  actor: Actor,
  of: { orderId?: string } = {},
): Promise<FraudWarningView[]> {
  if (!may(actor, 'view')) return []
  const rows = await db().fraudWarning.findMany({
    where: { livemode: env().stripe.livemode, ...(of.orderId && { payment: { orderId: of.orderId } }) },
    include: parts,
    orderBy: [{ isActionable: 'desc' }, { id: 'desc' }],
    take: SHOWN,
  })
  return rows.map(viewOf)
}
