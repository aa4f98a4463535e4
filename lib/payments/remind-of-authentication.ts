import { now } from '../clock.ts'
import { Prisma, transaction } from '../db.ts'
import { env } from '../env.ts'
import { notify } from '../notifications/notify.ts'
import { ok, type Result } from '../result.ts'

const BATCH = 200

/** So long somebody may still be in the bank's window. */
const PATIENCE = Prisma.sql`interval '10 minutes'`

type Unfinished = { id: string; orderId: string; employerId: string; amount: bigint; currency: string }

/**
 * Payments that wait for the bank's check since a while, whose employer has not been told of it yet. By when they were made: the
 * completer reads each of them again every minute, and that is a change of the row.
 */
const unfinished = () => Prisma.sql`
  SELECT p.id, p.order_id AS "orderId", o.employer_id AS "employerId", p.amount, p.currency
  FROM payments p JOIN orders o ON o.id = p.order_id
  WHERE p.livemode = ${env().stripe.livemode} AND p.status = 'requires_action' AND p.release_requested_at IS NULL
    AND p.surplus_at IS NULL AND p.created_at < ${now().toISOString()}::timestamp - ${PATIENCE}
    AND NOT EXISTS (SELECT FROM notifications n
      WHERE n.recipient_id = o.employer_id AND n.fact = 'authentication_needed:' || p.id)
  ORDER BY p.id LIMIT ${BATCH} FOR NO KEY UPDATE OF p SKIP LOCKED`

/**
 * Tells an employer, once for each payment, that the bank's check was not finished; the mail has a link at which it can be, without
 * signing in. Returns how many were told.
 */
export async function remindOfAuthentication(): Promise<Result<number, never>> {
  for (let told = 0; ; ) {
    const found = await transaction(async tx => {
      const payments = await tx.$queryRaw<Unfinished[]>(unfinished())
      for (const { id, orderId, employerId: recipientId, amount, currency } of payments) {
        const data = { amount: amount.toString(), currency }
        const notice = { kind: 'authentication_needed', fact: `authentication_needed:${id}` } as const
        await notify(tx, { ...notice, recipientId, orderId, data })
      }
      return payments.length
    })
    told += found
    if (found < BATCH) return ok(told)
  }
}
