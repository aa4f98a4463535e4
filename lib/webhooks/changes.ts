import { db, type Prisma } from '../db.ts'
import type { Change } from './deliveries-model.ts'

const SHOWN = 50

type EventRow = Pick<Prisma.StripeEventGetPayload<object>, 'livemode' | 'account' | 'objectId' | 'payload'>

function paymentIntentOf({ payload }: EventRow): string {
  const intent = (payload as { data?: { object?: { payment_intent?: unknown } } }).data?.object
    ?.payment_intent
  return typeof intent === 'string' ? intent : ''
}

/**
 * What was recorded between two moments about the object that an event is about. While an event was handled, that is what it changed;
 * two events about one object that are handled at the same moment show the same.
 */
export async function changesAbout(row: EventRow, from: Date, until: Date): Promise<Change[]> {
  const { livemode, account, objectId } = row
  const intent = paymentIntentOf(row)
  const [begin, end] = [from.toISOString(), until.toISOString()]
  return db().$queryRaw<Change[]>`
    WITH paid AS (
      SELECT id, order_id FROM payments WHERE livemode = ${livemode}
      AND (stripe_payment_intent_id IN (${objectId}, ${intent}) OR stripe_charge_id = ${objectId})
    ), ours AS (
      SELECT id FROM paid UNION ALL SELECT order_id FROM paid
      UNION ALL SELECT id FROM refunds WHERE livemode = ${livemode} AND stripe_refund_id = ${objectId}
      UNION ALL SELECT id FROM disputes WHERE livemode = ${livemode} AND stripe_dispute_id = ${objectId}
      UNION ALL SELECT id FROM fraud_warnings WHERE livemode = ${livemode} AND stripe_warning_id = ${objectId}
      UNION ALL SELECT id FROM payouts WHERE livemode = ${livemode} AND stripe_payout_id = ${objectId}
      UNION ALL SELECT id FROM connected_accounts WHERE livemode = ${livemode} AND stripe_account_id IN (${objectId}, nullif(${account}, ''))
    )
    SELECT id, created_at AS at, 'audit' AS book, action AS code, after FROM audit_events
    WHERE subject_id IN (SELECT id FROM ours) AND created_at BETWEEN ${begin}::timestamp AND ${end}::timestamp
    UNION ALL
    SELECT id, created_at, 'ledger', code, NULL FROM ledger_transactions
    WHERE source_id IN (SELECT id FROM ours) AND created_at BETWEEN ${begin}::timestamp AND ${end}::timestamp
    ORDER BY at, id LIMIT ${SHOWN}`
}
