import { db, Prisma, type Tx } from '../db.ts'
import { CONTRACTOR_INVARIANTS } from './contractor-invariants.ts'
import { debited, type Invariant, sums } from './invariant.ts'
import type { SourceType } from './model.ts'

export type InvariantResult = { name: string; words: string; breaches: { id: string; detail: string }[] }

/** The tables that ledger transactions are about, by the kind of source. */
const SOURCE_TABLES: [type: SourceType, table: string][] = [
  ['payment', 'payments'],
  ['refund', 'refunds'],
  ['recovery', 'recoveries'],
  ['collection', 'collections'],
  ['retransfer', 'retransfers'],
  ['dispute', 'disputes'],
  ['payout', 'payouts'],
  ['correction', 'corrections'],
]

/** Whether the row that the transaction `t` is about is there, in its mode and currency. */
const hasSource = Prisma.join(
  SOURCE_TABLES.map(
    ([type, table]) => Prisma.sql`SELECT FROM ${Prisma.raw(table)} s
      WHERE t.source_type = ${type} AND s.id = t.source_id AND s.livemode = t.livemode AND s.currency = t.currency`,
  ),
  ' UNION ALL ',
)

/** Every invariant of money in our own tables; that they agree with Stripe is for reconciliation to say. */
const INVARIANTS: Invariant[] = [
  {
    name: 'captures-posted',
    words: 'Every captured payment is in the ledger with its amount and commission, and no other is.',
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat(s.status, ', ', s.amount_captured, ' less ', s.commission_captured, ', posted ',
        ${debited('capture', 'contractor_balance')}, ' less ', ${debited('commission', 'platform_balance')}) AS detail
      FROM payments s WHERE s.livemode = ${livemode}
      AND (CASE s.status WHEN 'succeeded' THEN s.amount_captured ELSE 0 END <> coalesce(${debited('capture', 'contractor_balance')}, 0)
        OR CASE s.status WHEN 'succeeded' THEN s.commission_captured ELSE 0 END <> coalesce(${debited('commission', 'platform_balance')}, 0))`,
  },
  {
    name: 'processing-fees-posted',
    words: "Stripe's processing fee of every captured payment is in the ledger.",
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat('fee ', s.processing_fee) AS detail FROM payments s WHERE s.livemode = ${livemode}
      AND coalesce(s.processing_fee, 0) <> coalesce(${debited('processing_fee', 'processing_fees')}, 0)`,
  },
  {
    name: 'holds-counted',
    words: 'What the ledger counts as held is what the open holds sum to.',
    breaches: livemode => Prisma.sql`
      SELECT coalesce(l.currency, h.currency) AS id, concat('ledger ', l.balance, ', holds ', h.amount) AS detail FROM
        (${sums} WHERE a.livemode = ${livemode} AND a.kind = 'holds' GROUP BY a.id) l
        FULL JOIN (SELECT currency, sum(amount) AS amount FROM payments
          WHERE livemode = ${livemode} AND status = 'requires_capture' GROUP BY currency) h ON h.currency = l.currency
      WHERE coalesce(l.balance, 0) <> coalesce(h.amount, 0)`,
  },
  {
    name: 'refunds-posted',
    words:
      'Every refund that Stripe paid is in the ledger with its amount, and what it took from the contractor too.',
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat(s.status, ' ', s.amount, ', reversed ', s.amount_reversed) AS detail FROM refunds s
      WHERE s.livemode = ${livemode}
      AND ((s.status = 'succeeded' AND s.amount <> coalesce(${debited('refund', 'refunds')}, 0))
        OR (s.status IN ('requested', 'canceled') AND ${debited('refund', 'refunds')} IS NOT NULL)
        OR (s.status = 'failed' AND coalesce(${debited('refund', 'refunds')}, 0) <> coalesce(${debited('refund_failed', 'platform_balance')}, 0))
        OR s.amount_reversed <> coalesce(${debited('refund_reversal', 'platform_balance')}, 0))`,
  },
  {
    name: 'facts-have-sources',
    words: 'Every ledger transaction is about a row of ours in the same mode and currency.',
    breaches: livemode => Prisma.sql`
      SELECT t.id, concat(t.source_type, ' ', t.source_id, ' ', t.code) AS detail FROM ledger_transactions t
      WHERE t.livemode = ${livemode} AND NOT EXISTS (${hasSource})`,
  },
  {
    name: 'contractors-owed-what-stripe-keeps',
    words: 'What each contractor is owed is what Stripe keeps for them.',
    breaches: livemode => Prisma.sql`
      SELECT concat(s.party, ' ', s.currency) AS id, concat('difference ', sum(s.balance)) AS detail
      FROM (${sums} WHERE a.livemode = ${livemode} AND a.kind IN ('contractor_balance', 'contractor_payable') GROUP BY a.id) s
      GROUP BY s.party, s.currency HAVING sum(s.balance) <> 0`,
  },
  {
    name: 'refunds-within-capture',
    words: 'No payment is refunded beyond what was captured, nor its commission beyond what was taken.',
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat('captured ', s.amount_captured, ', refunded ', sum(r.amount)) AS detail
      FROM payments s JOIN refunds r ON r.payment_id = s.id AND r.status NOT IN ('failed', 'canceled')
      WHERE s.livemode = ${livemode} GROUP BY s.id
      HAVING sum(r.amount) > s.amount_captured OR sum(r.commission_refunded) > s.commission_captured`,
  },
  {
    name: 'orders-match-payments',
    words: "An order's status is what its payment says.",
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat(s.status, ' with payments ', string_agg(p.status::text, ', ')) AS detail
      FROM orders s LEFT JOIN payments p ON p.order_id = s.id WHERE s.livemode = ${livemode} GROUP BY s.id
      HAVING (s.status IN ('held', 'delivered', 'approved')) <> coalesce(bool_or(p.status = 'requires_capture' AND p.surplus_at IS NULL), false)
        OR (s.status = 'completed') <> coalesce(bool_or(p.status = 'succeeded'), false)`,
  },
  ...CONTRACTOR_INVARIANTS,
]

/** Checks every invariant of one mode. A healthy ledger answers with no breaches anywhere. */
export async function checkInvariants(livemode: boolean, on: Tx = db()): Promise<InvariantResult[]> {
  const results: InvariantResult[] = []
  for (const { name, words, breaches } of INVARIANTS) {
    const found = await on.$queryRaw<InvariantResult['breaches']>(breaches(livemode))
    results.push({ name, words, breaches: found })
  }
  return results
}
