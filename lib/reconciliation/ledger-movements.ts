import { db, Prisma } from '../db.ts'

/** What the ledger has of one object in the platform's balance at Stripe: the net of its postings there, in minor units. */
export type LedgerMovement = { objectId: string; currency: string; amount: bigint; postedAt: Date }

/**
 * `named`: the movements that the ledger has on the platform's balance, with the id of the Stripe object that each belongs to; all of them,
 * or those whose transaction `t` fits a condition. The processing fee belongs to its charge, a reversal to its transfer, returned commission to its fee.
 */
export const namedMovements = (livemode: boolean, fits: Prisma.Sql = Prisma.sql`true`) => Prisma.sql`
    moved AS (
      SELECT t.id AS transaction_id, t.source_type, t.source_id, t.code, t.currency, t.created_at, m.amount
      FROM (
        SELECT transaction_id, debit_account_id AS account_id, amount FROM postings
        UNION ALL SELECT transaction_id, credit_account_id, -amount FROM postings
      ) m
      JOIN ledger_accounts a ON a.id = m.account_id AND a.kind = 'platform_balance'
      JOIN ledger_transactions t ON t.id = m.transaction_id
      WHERE t.livemode = ${livemode} AND ${fits}
    ), named AS (
      SELECT moved.*, CASE
        WHEN source_type = 'correction' THEN x.subject
        WHEN code = 'processing_fee' OR (code = 'capture' AND moved.amount > 0) THEN p.stripe_charge_id
        WHEN code IN ('capture', 'refund_reversal') THEN p.stripe_transfer_id
        WHEN code IN ('commission', 'commission_returned') THEN p.stripe_application_fee_id
        WHEN source_type = 'refund' THEN r.stripe_refund_id
        WHEN source_type = 'dispute' THEN d.stripe_dispute_id
        WHEN source_type = 'payout' THEN o.stripe_payout_id
        WHEN source_type = 'retransfer' THEN w.stripe_transfer_id
        WHEN coalesce(c.instrument, v.instrument) = 'transfer_reversal' THEN p.stripe_transfer_id
        ELSE coalesce(c.stripe_object_id, v.stripe_object_id)
      END AS object_id
      FROM moved
      LEFT JOIN corrections x ON source_type = 'correction' AND x.id = source_id
      LEFT JOIN collections c ON source_type = 'collection' AND c.id = source_id
      LEFT JOIN retransfers w ON source_type = 'retransfer' AND w.id = source_id
      LEFT JOIN refunds r ON (source_type = 'refund' AND r.id = source_id) OR r.id = w.refund_id
      LEFT JOIN recoveries v ON v.id = coalesce(c.recovery_id, w.recovery_id, source_id)
      LEFT JOIN disputes d ON source_type = 'dispute' AND d.id = source_id
      LEFT JOIN payouts o ON source_type = 'payout' AND o.id = source_id
      LEFT JOIN payments p ON p.id = coalesce(r.payment_id, v.payment_id, d.payment_id, source_id)
    )`

/** What the ledger has on the platform's balance, by object. What no id is known for stands under our own. */
export async function ledgerMovements(livemode: boolean): Promise<LedgerMovement[]> {
  return db().$queryRaw<LedgerMovement[]>`
    WITH ${namedMovements(livemode)}
    SELECT coalesce(object_id, source_id) AS "objectId", currency, sum(amount)::bigint AS amount, max(created_at) AS "postedAt"
    FROM named GROUP BY 1, 2`
}

/** What the ledger has of one payout in a contractor's balance. */
export type PayoutMovement = LedgerMovement & { connectedAccountId: string }

/** The net of each payout's postings on the balance of the contractor whose money it was. */
export async function payoutMovements(livemode: boolean): Promise<PayoutMovement[]> {
  return db().$queryRaw<PayoutMovement[]>`
    SELECT a.party AS "connectedAccountId", coalesce(o.stripe_payout_id, x.subject, t.source_id) AS "objectId", t.currency,
      sum(m.amount)::bigint AS amount, max(t.created_at) AS "postedAt"
    FROM (
      SELECT transaction_id, debit_account_id AS account_id, amount FROM postings
      UNION ALL SELECT transaction_id, credit_account_id, -amount FROM postings
    ) m
    JOIN ledger_accounts a ON a.id = m.account_id AND a.kind = 'contractor_balance'
    JOIN ledger_transactions t ON t.id = m.transaction_id
    LEFT JOIN corrections x ON t.source_type = 'correction' AND x.id = t.source_id AND x.subject LIKE 'po\\_%'
    LEFT JOIN payouts o ON o.id = t.source_id
    WHERE t.livemode = ${livemode} AND (t.source_type = 'payout' OR x.id IS NOT NULL) GROUP BY 1, 2, 3`
}
