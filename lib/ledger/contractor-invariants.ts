import { Prisma } from '../db.ts'
import { debited, type Invariant, sums } from './invariant.ts'

/** What one fact took from a balance at Stripe, as SQL; below zero, what it put there. */
const outOfBalance = (code: string) => Prisma.sql`
  (SELECT coalesce(sum(CASE WHEN c.kind LIKE '%_balance' THEN p.amount ELSE 0 END - CASE WHEN d.kind LIKE '%_balance' THEN p.amount ELSE 0 END), 0)
   FROM ledger_transactions t JOIN postings p ON p.transaction_id = t.id
   JOIN ledger_accounts d ON d.id = p.debit_account_id JOIN ledger_accounts c ON c.id = p.credit_account_id
   WHERE t.source_id = s.id AND t.code = ${code})`

/** What must hold of money that is taken from contractors, given back to them and paid out. */
export const CONTRACTOR_INVARIANTS: Invariant[] = [
  {
    name: 'recoveries-posted',
    words: 'Every recovery that succeeded, or is owed, is in the ledger with its amount, and no other is.',
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat(s.instrument, ' ', s.status, ' ', s.amount) AS detail FROM recoveries s WHERE s.livemode = ${livemode}
      AND (CASE WHEN s.instrument <> 'receivable' AND s.status IN ('succeeded', 'returned') THEN s.amount ELSE 0 END
          <> coalesce(${debited('recovery', 'platform_balance')}, 0)
        OR CASE WHEN s.instrument = 'receivable' AND s.status IN ('owed', 'succeeded', 'returned') THEN s.amount ELSE 0 END
          <> coalesce(${debited('recovery_owed', 'receivable')}, 0))`,
  },
  {
    name: 'collections-posted',
    words: 'Every collection that succeeded is in the ledger with its amount, and no other is.',
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat(s.status, ' ', s.amount) AS detail FROM collections s WHERE s.livemode = ${livemode}
      AND CASE s.status WHEN 'succeeded' THEN s.amount ELSE 0 END
        <> coalesce(${debited('receivable_settled', 'platform_balance')}, 0)`,
  },
  {
    name: 'recoveries-collected',
    words:
      'What counts as collected of a recovery is what was taken for it, and it is over when that is all.',
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat(s.instrument, ' ', s.status, ' ', s.amount_collected, ' of ', s.amount) AS detail
      FROM recoveries s WHERE s.livemode = ${livemode}
      AND ((s.status = 'succeeded' AND s.amount_collected <> s.amount)
        OR (s.status = 'owed' AND s.amount_collected = s.amount)
        OR s.amount_collected <> CASE WHEN s.instrument = 'receivable'
          THEN coalesce((SELECT sum(c.amount) FROM collections c WHERE c.recovery_id = s.id AND c.status = 'succeeded'), 0)
          WHEN s.status IN ('succeeded', 'returned') THEN s.amount ELSE 0 END)`,
  },
  {
    name: 'receivables-counted',
    words: 'What the ledger says that each contractor owes is what is open of their receivables.',
    breaches: livemode => Prisma.sql`
      SELECT concat(coalesce(l.party, o.party), ' ', coalesce(l.currency, o.currency)) AS id,
        concat('ledger ', l.balance, ', open ', o.amount) AS detail FROM
        (${sums} WHERE a.livemode = ${livemode} AND a.kind = 'receivable' GROUP BY a.id) l
        FULL JOIN (SELECT connected_account_id AS party, currency, sum(amount - amount_collected) AS amount FROM recoveries
          WHERE livemode = ${livemode} AND status = 'owed' GROUP BY 1, 2) o ON o.party = l.party AND o.currency = l.currency
      WHERE coalesce(l.balance, 0) <> coalesce(o.amount, 0)`,
  },
  {
    name: 'retransfers-posted',
    words: 'Every transfer that was made again is in the ledger with its amount, and no other is.',
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat(s.status, ' ', s.amount) AS detail FROM retransfers s WHERE s.livemode = ${livemode}
      AND CASE s.status WHEN 'succeeded' THEN s.amount ELSE 0 END
        <> coalesce(${debited('retransfer', 'contractor_balance')}, 0) + coalesce(${debited('recovery_returned', 'contractor_balance')}, 0)`,
  },
  {
    name: 'failed-refunds-given-back',
    words:
      'What a refund took from a contractor is on its way back to them when it failed, and not otherwise.',
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat(s.status, ' took ', s.amount_reversed, ' less ', s.commission_refunded, ', gives ', r.amount) AS detail
      FROM refunds s LEFT JOIN retransfers r ON r.refund_id = s.id WHERE s.livemode = ${livemode}
      AND CASE WHEN s.status IN ('failed', 'canceled') THEN greatest(s.amount_reversed - s.commission_refunded, 0) ELSE 0 END
        <> coalesce(r.amount, 0)`,
  },
  {
    name: 'payouts-posted',
    words:
      'What every payout took from a balance is in the ledger, and what came back of it too; one that failed came back whole.',
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat(s.status, ', left ', s.amount_left, ', returned ', s.amount_returned) AS detail FROM payouts s
      WHERE s.livemode = ${livemode}
      AND (s.amount_left <> ${outOfBalance('payout')} OR s.amount_returned <> -${outOfBalance('payout_returned')}
        OR CASE WHEN s.status IN ('failed', 'canceled') THEN s.amount_left ELSE 0 END <> s.amount_returned)`,
  },
  {
    name: 'returned-recoveries-given-back',
    words:
      'What was taken by a recovery that is returned is on its way back, and what was still owed is forgiven.',
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat(s.status, ' ', s.amount_collected, ' of ', s.amount, ', gives ', r.amount) AS detail
      FROM recoveries s LEFT JOIN retransfers r ON r.recovery_id = s.id WHERE s.livemode = ${livemode}
      AND (CASE s.status WHEN 'returned' THEN s.amount_collected ELSE 0 END <> coalesce(r.amount, 0)
        OR CASE s.status WHEN 'returned' THEN s.amount - s.amount_collected ELSE 0 END
          <> coalesce(${debited('receivable_forgiven', 'recovered')}, 0))`,
  },
  {
    name: 'disputes-posted',
    words: 'What banks took and gave back by disputes, and the fees of it, is in the ledger.',
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat(s.status, ': ', s.amount_withdrawn, ' and ', s.fee_withdrawn, ' taken, ',
        s.amount_reinstated, ' and ', s.fee_returned, ' given back') AS detail
      FROM disputes s WHERE s.livemode = ${livemode}
      AND (s.amount_withdrawn <> coalesce(${debited('dispute_withdrawn', 'disputes')}, 0)
        OR s.fee_withdrawn <> coalesce(${debited('dispute_fee', 'dispute_fees')}, 0)
        OR s.amount_reinstated <> coalesce(${debited('dispute_reinstated', 'platform_balance')}, 0)
        OR s.fee_returned <> coalesce(${debited('dispute_fee_returned', 'platform_balance')}, 0)
          - coalesce(${debited('dispute_fee_returned', 'dispute_fees')}, 0))`,
  },
  {
    name: 'corrections-posted',
    words: 'Every correction that was applied is in the ledger with its amount, and no other is.',
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat(s.status, ' ', s.amount) AS detail FROM corrections s WHERE s.livemode = ${livemode}
      AND CASE s.status WHEN 'applied' THEN s.amount ELSE 0 END <> -${outOfBalance('correction')}`,
  },
  {
    name: 'won-disputes-returned',
    words:
      'A dispute whose money came back keeps nothing from the contractor, and one whose money is gone gives them nothing back.',
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat(s.status, ', recovery ', r.status) AS detail
      FROM disputes s JOIN recoveries r ON r.dispute_id = s.id WHERE s.livemode = ${livemode}
      AND (s.amount_reinstated > 0) <> (r.return_requested_at IS NOT NULL OR (r.status = 'failed' AND s.amount_reinstated > 0))`,
  },
]
