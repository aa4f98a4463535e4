import { db, Prisma } from '../db.ts'
import { env } from '../env.ts'
import type { Period, PostingRow } from './model.ts'

const BATCH = 2000
const moment = (at: Date) => Prisma.sql`${at.toISOString()}::timestamp`

/** What is known elsewhere of the row that a transaction `t` is about. */
const details = Prisma.sql`
  LEFT JOIN refunds r ON t.source_type = 'refund' AND r.id = t.source_id
  LEFT JOIN collections k ON t.source_type = 'collection' AND k.id = t.source_id
  LEFT JOIN retransfers g ON t.source_type = 'retransfer' AND g.id = t.source_id
  LEFT JOIN recoveries v ON v.id = coalesce(k.recovery_id, g.recovery_id, CASE t.source_type WHEN 'recovery' THEN t.source_id END)
  LEFT JOIN disputes u ON t.source_type = 'dispute' AND u.id = t.source_id
  LEFT JOIN payouts w ON t.source_type = 'payout' AND w.id = t.source_id
  LEFT JOIN corrections x ON t.source_type = 'correction' AND x.id = t.source_id
  LEFT JOIN payments y ON y.id = coalesce(r.payment_id, u.payment_id, CASE t.source_type WHEN 'payment' THEN t.source_id END)
  LEFT JOIN orders o ON o.id = coalesce(y.order_id, v.order_id, g.order_id)
  LEFT JOIN user_profiles e ON e.user_id = o.employer_id
  LEFT JOIN connected_accounts n ON n.id = coalesce(nullif(d.party, ''), nullif(c.party, ''), w.connected_account_id)
  LEFT JOIN user_profiles f ON f.user_id = n.user_id`

async function readBatch(
  { from, until }: Period,
  where: Prisma.Sql,
  after: PostingRow | null,
): Promise<PostingRow[]> {
  const later = after
    ? Prisma.sql`AND t.created_at >= ${moment(after.at)} AND (t.created_at, p.id) > (${moment(after.at)}, ${after.id})`
    : Prisma.empty
  return db().$queryRaw<PostingRow[]>`
    SELECT p.id, t.id AS "transactionId", t.created_at AS at, t.code, t.source_type AS "sourceType", t.source_id AS "sourceId",
      p.currency, p.amount, d.kind AS debit, d.party AS "debitParty", c.kind AS credit, c.party AS "creditParty",
      coalesce(f.display_name, '') AS contractor, coalesce(o.number::text, '') AS "orderNumber",
      coalesce(o.title, '') AS "orderTitle", coalesce(e.display_name, '') AS employer,
      coalesce(r.stripe_refund_id, u.stripe_dispute_id, w.stripe_payout_id, g.stripe_transfer_id, k.stripe_object_id,
        v.stripe_object_id, x.subject, y.stripe_charge_id, '') AS "stripeId",
      coalesce(r.reason, v.reason, u.reason, x.reason, '') AS reason,
      concat_ws(' ', w.bank_name, w.bank_last4) AS bank, coalesce(r.status::text, w.status::text, u.status, '') AS status
    FROM ledger_transactions t JOIN postings p ON p.transaction_id = t.id
    JOIN ledger_accounts d ON d.id = p.debit_account_id JOIN ledger_accounts c ON c.id = p.credit_account_id ${details}
    WHERE t.livemode = ${env().stripe.livemode} AND t.created_at >= ${moment(from)} AND t.created_at < ${moment(until)}
      AND ${where} ${later}
    ORDER BY t.created_at, p.id LIMIT ${BATCH}`
}

/**
 * The postings of a period, oldest first, however many: a batch at a time, each in a statement of its own, so that nothing is open
 * while they are sent. `where` narrows them by the debited account `d` and the credited one `c`.
 */
export async function* readPostings(
  period: Period,
  where: Prisma.Sql = Prisma.sql`true`,
): AsyncGenerator<PostingRow> {
  for (let after: PostingRow | null = null; ; ) {
    const rows: PostingRow[] = await readBatch(period, where, after)
    yield* rows
    after = rows.at(-1) ?? null
    if (!after || rows.length < BATCH) return
  }
}
