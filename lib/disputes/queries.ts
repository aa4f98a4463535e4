import { db, type Prisma } from '../db.ts'
import { env } from '../env.ts'
import { moneyOf } from '../money.ts'
import type { Actor } from '../users/model.ts'
import type { DisputeView } from './model.ts'

const PAGE_SIZE = 50

const parts = {
  payment: {
    select: {
      order: {
        select: {
          id: true,
          number: true,
          title: true,
          contractor: { select: { id: true, profile: { select: { displayName: true } } } },
        },
      },
    },
  },
  recovery: {
    select: {
      amount: true,
      amountCollected: true,
      status: true,
      retransfer: { select: { amount: true, status: true } },
    },
  },
} satisfies Prisma.DisputeInclude

function viewOf(row: Prisma.DisputeGetPayload<{ include: typeof parts }>): DisputeView {
  const { contractor, ...order } = row.payment.order
  return {
    id: row.id,
    stripeDisputeId: row.stripeDisputeId,
    order,
    contractor: { userId: contractor.id, displayName: contractor.profile?.displayName ?? '' },
    ...moneyOf(row.amount, row.currency),
    reason: row.reason,
    status: row.status,
    evidenceDueAt: row.evidenceDueAt,
    amountWithdrawn: row.amountWithdrawn,
    fee: row.feeWithdrawn - row.feeReturned,
    amountReinstated: row.amountReinstated,
    recovery: row.recovery,
    givenBack: row.recovery?.retransfer ?? null,
    openedAt: row.openedAt,
  }
}

/** A page of the disputes, newest first, for admins; empty for anybody else. `cursor` is the last id of the page before. */
export async function listDisputes(
  actor: Actor,
  input: { cursor?: string | undefined },
): Promise<{ disputes: DisputeView[]; nextCursor: string | null }> {
  if (actor.role !== 'ADMIN') return { disputes: [], nextCursor: null }
  const rows = await db().dispute.findMany({
    where: { livemode: env().stripe.livemode, ...(input.cursor && { id: { lt: input.cursor } }) },
    include: parts,
    orderBy: { id: 'desc' },
    take: PAGE_SIZE + 1,
  })
  const page = rows.slice(0, PAGE_SIZE)
  return {
    disputes: page.map(viewOf),
    nextCursor: rows.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null,
  }
}
