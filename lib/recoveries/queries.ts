import { db, type Prisma } from '../db.ts'
import { env } from '../env.ts'
import { type Money, moneyOf } from '../money.ts'
import type { Actor } from '../users/model.ts'
import type { RecoveryReason, RecoveryView } from './model.ts'

type Scope = { contractorId: string } | { orderId: string }

/** What a view of a recovery is made of. */
export const recoveryParts = {
  createdBy: { include: { profile: true } },
  order: { select: { number: true } },
} satisfies Prisma.RecoveryInclude

/** A recovery as its reader may see it. */
export function recoveryView(
  row: Prisma.RecoveryGetPayload<{ include: typeof recoveryParts }>,
  { role }: Pick<Actor, 'role'>,
): RecoveryView {
  return {
    id: row.id,
    ...moneyOf(row.amount, row.currency),
    instrument: row.instrument,
    status: row.status,
    amountCollected: row.amountCollected,
    reason: row.reason as RecoveryReason,
    note: row.note,
    failureCode: role === 'ADMIN' ? row.failureCode : null,
    orderId: row.orderId,
    orderNumber: row.order?.number ?? null,
    createdByName: role === 'ADMIN' ? (row.createdBy?.profile?.displayName ?? null) : 'Holdfast',
    isReturnable:
      (row.status === 'succeeded' || row.status === 'owed') && !row.disputeId && !row.returnRequestedAt,
    createdAt: row.createdAt,
  }
}

/** Recoveries from a contractor or of an order, newest first: all for an admin, their own for a contractor, none else. */
export async function listRecoveries(actor: Actor, scope: Scope): Promise<RecoveryView[]> {
  if (actor.role === 'EMPLOYER') return []
  const own = actor.role === 'ADMIN' ? {} : { contractorId: actor.userId }
  const rows = await db().recovery.findMany({
    where: { AND: [{ livemode: env().stripe.livemode }, own, scope] },
    include: recoveryParts,
    orderBy: { id: 'desc' },
  })
  return rows.map(row => recoveryView(row, actor))
}

/** What a contractor owes, one sum for each currency: to an admin, and to that contractor. */
export async function listDebts(actor: Actor, contractorId: string): Promise<Money[]> {
  if (actor.role !== 'ADMIN' && actor.userId !== contractorId) return []
  const rows = await db().recovery.groupBy({
    by: ['currency'],
    where: { livemode: env().stripe.livemode, contractorId, status: 'owed' },
    _sum: { amount: true, amountCollected: true },
    orderBy: { currency: 'asc' },
  })
  return rows.map(row => moneyOf((row._sum.amount ?? 0n) - (row._sum.amountCollected ?? 0n), row.currency))
}
