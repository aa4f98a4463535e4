import { db, Prisma } from '../db.ts'
import { env } from '../env.ts'
import type { Actor } from '../users/model.ts'
import { rangeOf, type StatementLine, tellMovement } from './model.ts'

const BATCH = 2000

const moment = (at: Date) => Prisma.sql`${at.toISOString()}::timestamp`

/**
 * Every movement of the contractor's own balance in the ledger, as rows of `id, at, currency, code, source_type, source_id, amount`: whose it
 * is, is a part of the query. Money that came is above zero.
 */
export function ownMovements(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT t.id, t.created_at AS at, t.code, t.source_type, t.source_id, a.currency, p.amount
    FROM users u
    JOIN connected_accounts c ON c.user_id = u.id AND c.livemode = ${env().stripe.livemode}
    JOIN ledger_accounts a ON a.kind = 'contractor_balance' AND a.party = c.id AND a.livemode = c.livemode
    JOIN LATERAL (
      SELECT transaction_id, amount FROM postings WHERE debit_account_id = a.id
      UNION ALL SELECT transaction_id, -amount FROM postings WHERE credit_account_id = a.id
    ) p ON true
    JOIN ledger_transactions t ON t.id = p.transaction_id
    WHERE u.id = ${actor.userId} AND u.role = 'CONTRACTOR' AND ${actor.role} = 'CONTRACTOR'`
}

type Row = {
  id: string
  at: Date
  code: string
  amount: bigint
  reason: string | null
  isOfDispute: boolean
  bankLast4: string | null
  orderId: string | null
  number: number
  title: string
}

type Scope = { month: string; currency: string }

/** A batch of a month's movements after `after`, oldest first, each with the order and the reason behind it. */
async function readBatch(actor: Actor, { month, currency }: Scope, after: Row | null): Promise<Row[]> {
  const { from, to } = rangeOf(month)
  const later = after ? Prisma.sql`AND (m.at, m.id) > (${moment(after.at)}, ${after.id})` : Prisma.empty
  return db().$queryRaw<Row[]>`
    SELECT m.id, m.at, m.code, m.amount, r.reason, (r.dispute_id IS NOT NULL) AS "isOfDispute",
      w.bank_last4 AS "bankLast4", o.id AS "orderId", o.number, o.title
    FROM (${ownMovements(actor)}) m
    LEFT JOIN refunds f ON m.source_type = 'refund' AND f.id = m.source_id
    LEFT JOIN collections k ON m.source_type = 'collection' AND k.id = m.source_id
    LEFT JOIN retransfers g ON m.source_type = 'retransfer' AND g.id = m.source_id
    LEFT JOIN recoveries r ON r.id = coalesce(k.recovery_id, g.recovery_id, CASE m.source_type WHEN 'recovery' THEN m.source_id END)
    LEFT JOIN payments p ON p.id = coalesce(f.payment_id, CASE m.source_type WHEN 'payment' THEN m.source_id END)
    LEFT JOIN payouts w ON m.source_type = 'payout' AND w.id = m.source_id
    LEFT JOIN orders o ON o.id = coalesce(p.order_id, r.order_id, g.order_id)
    WHERE m.currency = ${currency} AND m.at >= ${moment(from)} AND m.at < ${moment(to)} ${later}
    ORDER BY m.at, m.id LIMIT ${BATCH}`
}

function lineOf(row: Row, balance: bigint): StatementLine {
  const { id, at, amount, orderId, number, title } = row
  const order = orderId ? { id: orderId, number, title } : null
  return { id, at, amount, balance, order, ...tellMovement(row) }
}

/** A month's movements of one currency, oldest first, however many: a batch at a time. The balance runs on from `opening`. */
export async function* statementLines(
  actor: Actor,
  scope: Scope,
  opening: bigint,
): AsyncGenerator<StatementLine> {
  let balance = opening
  for (let after: Row | null = null; ; ) {
    const rows: Row[] = await readBatch(actor, scope, after)
    for (const row of rows) {
      balance += row.amount
      yield lineOf(row, balance)
    }
    after = rows.at(-1) ?? null
    if (!after || rows.length < BATCH) return
  }
}

/** What the balance stood at when a month began: one sum for each currency that ever moved until the month's end. */
export async function openingBalances(
  actor: Actor,
  month: string,
): Promise<{ currency: string; opening: bigint }[]> {
  const { from, to } = rangeOf(month)
  return db().$queryRaw`
    SELECT m.currency, coalesce(sum(m.amount) FILTER (WHERE m.at < ${moment(from)}), 0)::bigint AS opening
    FROM (${ownMovements(actor)}) m WHERE m.at < ${moment(to)} GROUP BY m.currency ORDER BY m.currency`
}
