import { db, Prisma } from '../db.ts'
import { type LedgerMovement, namedMovements } from './ledger-movements.ts'

/** One movement of the ledger on the platform's balance, of the fact with this code. */
export type OrderMovement = LedgerMovement & { transactionId: string; code: string }

/**
 * `sources`: whatever of an order has postings, each with its type and id: its payments, what came of them, and the corrections of any of
 * these or their Stripe objects.
 */
const orderSources = (orderId: string) => Prisma.sql`
    pay AS (SELECT * FROM payments WHERE order_id = ${orderId}),
    ref AS (SELECT * FROM refunds WHERE payment_id IN (SELECT id FROM pay)),
    rec AS (SELECT * FROM recoveries WHERE payment_id IN (SELECT id FROM pay)),
    facts (type, id, subjects) AS (
      SELECT 'payment', id, ARRAY[id, stripe_charge_id, stripe_transfer_id, stripe_application_fee_id] FROM pay
      UNION ALL SELECT 'refund', id, ARRAY[id, stripe_refund_id] FROM ref
      UNION ALL SELECT 'recovery', id, ARRAY[id, stripe_object_id] FROM rec
      UNION ALL SELECT 'collection', id, ARRAY[id, stripe_object_id] FROM collections WHERE recovery_id IN (SELECT id FROM rec)
      UNION ALL SELECT 'retransfer', id, ARRAY[id, stripe_transfer_id] FROM retransfers
        WHERE refund_id IN (SELECT id FROM ref) OR recovery_id IN (SELECT id FROM rec)
      UNION ALL SELECT 'dispute', id, ARRAY[id, stripe_dispute_id] FROM disputes WHERE payment_id IN (SELECT id FROM pay)
    ), sources (type, id) AS (
      SELECT type, id FROM facts
      UNION ALL SELECT 'correction', id FROM corrections WHERE subject IN (SELECT unnest(subjects) FROM facts)
    )`

/** Every movement that the ledger has of an order's money on the platform's balance, one by one. */
export function orderMovements(orderId: string, livemode: boolean): Promise<OrderMovement[]> {
  const ofOrder = Prisma.sql`(t.source_type, t.source_id) IN (SELECT type, id FROM sources)`
  return db().$queryRaw<OrderMovement[]>`
    WITH ${orderSources(orderId)}, ${namedMovements(livemode, ofOrder)}
    SELECT transaction_id AS "transactionId", code, coalesce(object_id, source_id) AS "objectId", currency, amount,
      created_at AS "postedAt"
    FROM named ORDER BY created_at, transaction_id, amount DESC`
}
