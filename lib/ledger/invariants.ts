import { db, Prisma, type Tx } from '../db.ts'

/** What must hold at any moment that no command is half-way through. `breaches` selects one row for each case where it does not. */
type Invariant = { name: string; words: string; breaches: (livemode: boolean) => Prisma.Sql }

export type InvariantResult = { name: string; words: string; breaches: { id: string; detail: string }[] }

/** A posted amount of one fact, as SQL: the postings of (source, code) that debit a kind of account. */
const debited = (code: string, kind: string) => Prisma.sql`
  (SELECT sum(p.amount) FROM ledger_transactions t JOIN postings p ON p.transaction_id = t.id
   JOIN ledger_accounts a ON a.id = p.debit_account_id AND a.kind = ${kind}
   WHERE t.source_id = s.id AND t.code = ${code})`

const sums = Prisma.sql`
  SELECT a.kind, a.party, a.currency, sum(m.amount) AS balance FROM ledger_accounts a JOIN (
    SELECT debit_account_id AS id, amount FROM postings UNION ALL SELECT credit_account_id, -amount FROM postings
  ) m ON m.id = a.id`

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
    name: 'recoveries-posted',
    words: 'Every recovery that succeeded is in the ledger with its amount, and no other is.',
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat(s.status, ' ', s.amount) AS detail FROM recoveries s WHERE s.livemode = ${livemode}
      AND CASE s.status WHEN 'succeeded' THEN s.amount ELSE 0 END <> coalesce(${debited('recovery', 'platform_balance')}, 0)`,
  },
  {
    name: 'facts-have-sources',
    words:
      'Every ledger transaction is about a payment, refund or recovery of ours in the same mode and currency.',
    breaches: livemode => Prisma.sql`
      SELECT t.id, concat(t.source_type, ' ', t.source_id, ' ', t.code) AS detail FROM ledger_transactions t
      WHERE t.livemode = ${livemode} AND NOT EXISTS (
        SELECT FROM payments s WHERE t.source_type = 'payment' AND s.id = t.source_id AND s.livemode = t.livemode AND s.currency = t.currency
        UNION ALL SELECT FROM refunds s WHERE t.source_type = 'refund' AND s.id = t.source_id AND s.livemode = t.livemode AND s.currency = t.currency
        UNION ALL SELECT FROM recoveries s WHERE t.source_type = 'recovery' AND s.id = t.source_id AND s.livemode = t.livemode AND s.currency = t.currency)`,
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
      HAVING (s.status IN ('held', 'delivered', 'approved')) <> coalesce(bool_or(p.status = 'requires_capture'), false)
        OR (s.status = 'completed') <> coalesce(bool_or(p.status = 'succeeded'), false)`,
  },
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
