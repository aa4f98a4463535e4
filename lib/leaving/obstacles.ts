import { db, type Prisma, type Tx } from '../db.ts'
import type { Actor } from '../users/model.ts'
import type { Obstacle } from './model.ts'

const OPEN_ORDER: Prisma.OrderWhereInput = {
  OR: [
    { status: { in: ['placed', 'held', 'delivered', 'approved'] } },
    { payments: { some: { status: { in: ['pending', 'requires_action', 'requires_capture'] } } } },
  ],
}
const DISPUTE_OVER = ['won', 'lost', 'warning_closed', 'prevented']

/** What an account's money stands at in the ledger: anything but nothing has to go somewhere first. */
async function hasBalance(tx: Tx, userId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT a.currency FROM ledger_accounts a
    JOIN connected_accounts c ON c.id = a.party AND c.user_id = ${userId}
    JOIN (
      SELECT debit_account_id AS id, amount FROM postings UNION ALL SELECT credit_account_id, -amount FROM postings
    ) m ON m.id = a.id
    WHERE a.kind IN ('contractor_payable', 'contractor_balance', 'receivable')
    GROUP BY a.kind, a.currency, a.livemode HAVING sum(m.amount) <> 0 LIMIT 1`
  return rows.length > 0
}

/** Everything that stands between the actor and the end of their account, in the order in which it is said. */
export async function listObstacles({ userId, role }: Actor, tx: Tx = db()): Promise<Obstacle[]> {
  const party = { OR: [{ employerId: userId }, { contractorId: userId }] }
  const account = { userId }
  const underWay = { status: 'requested' as const }
  const counts: Record<Obstacle, number> = {
    admin: role === 'ADMIN' ? 1 : 0,
    open_orders: await tx.order.count({ where: { AND: [party, OPEN_ORDER] } }),
    open_disagreements:
      (await tx.disagreement.count({ where: { status: 'open', order: party } })) +
      (await tx.objection.count({ where: { status: 'open', recovery: { contractorId: userId } } })),
    open_disputes: await tx.dispute.count({
      where: { status: { notIn: DISPUTE_OVER }, payment: { order: party } },
    }),
    refunds_under_way: await tx.refund.count({
      where: { status: { in: ['requested', 'pending', 'requires_action'] }, payment: { order: party } },
    }),
    balance: (await hasBalance(tx, userId)) ? 1 : 0,
    payouts_under_way:
      (await tx.payout.count({
        where: { account, status: { in: ['requested', 'pending', 'in_transit'] } },
      })) + (await tx.retransfer.count({ where: { account, ...underWay } })),
    money_owed: await tx.recovery.count({
      where: { contractorId: userId, status: { in: ['requested', 'owed'] } },
    }),
  }
  return (Object.keys(counts) as Obstacle[]).filter(obstacle => counts[obstacle] > 0)
}
