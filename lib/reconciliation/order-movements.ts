import { db } from '../db.ts'
import { type LedgerMovement, namedMovements } from './ledger-movements.ts'

/** One movement of the ledger on the platform's balance, of the fact with this code. */
export type OrderMovement = LedgerMovement & { transactionId: string; code: string }

/** Every movement that the ledger has of an order's money on the platform's balance, one by one. */
export function orderMovements(orderId: string, livemode: boolean): Promise<OrderMovement[]> {
  return db().$queryRaw<OrderMovement[]>`${namedMovements(livemode)}
    SELECT transaction_id AS "transactionId", code, coalesce(object_id, source_id) AS "objectId", currency, amount,
      created_at AS "postedAt"
    FROM named WHERE order_id = ${orderId} ORDER BY created_at, transaction_id, amount DESC`
}
