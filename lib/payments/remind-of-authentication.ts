import { now } from '../clock.ts'
import { Prisma } from '../db.ts'
import { env } from '../env.ts'
import type { Notice } from '../notifications/notify.ts'
import { tellEach } from '../notifications/tell-each.ts'
import { ok, type Result } from '../result.ts'

/** So long somebody may still be in the bank's window. */
const PATIENCE = Prisma.sql`interval '10 minutes'`

type Unfinished = { key: string; orderId: string; employerId: string; amount: bigint; currency: string }

/**
 * Payments that wait for the bank's check since a while, whose employer has not been told of it yet. By when they were made: the
 * completer reads each of them again every minute, and that is a change of the row.
 */
const unfinished = (after: string, limit: number) => Prisma.sql`
  SELECT p.id AS key, p.order_id AS "orderId", o.employer_id AS "employerId", p.amount, p.currency
  FROM payments p JOIN orders o ON o.id = p.order_id
  WHERE p.livemode = ${env().stripe.livemode} AND p.status = 'requires_action' AND p.release_requested_at IS NULL
    AND p.surplus_at IS NULL AND p.created_at < ${now().toISOString()}::timestamp - ${PATIENCE}
    AND NOT EXISTS (SELECT FROM notifications n
      WHERE n.recipient_id = o.employer_id AND n.fact = 'authentication_needed:' || p.id)
    AND p.id > ${after}::text
  ORDER BY p.id LIMIT ${limit} FOR NO KEY UPDATE OF p SKIP LOCKED`

function noticeOf({ key, orderId, employerId, amount, currency }: Unfinished): Notice {
  const told = { kind: 'authentication_needed', fact: `authentication_needed:${key}` } as const
  return { ...told, recipientId: employerId, orderId, data: { amount: amount.toString(), currency } }
}

/**
 * Tells an employer, once for each payment, that the bank's check was not finished; the mail has a link at which it can be, without
 * signing in. Returns how many were told.
 */
export async function remindOfAuthentication(): Promise<Result<number, never>> {
  return ok(await tellEach(unfinished, noticeOf))
}
