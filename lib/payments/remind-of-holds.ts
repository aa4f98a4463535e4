import { Prisma } from '../db.ts'
import { env } from '../env.ts'
import type { Notice } from '../notifications/notify.ts'
import { tellEach } from '../notifications/tell-each.ts'
import { ok, type Result } from '../result.ts'
import { stripeTime } from '../stripe/clock.ts'
import type { StripeFailure } from '../stripe/errors.ts'

type Ending = {
  key: string
  id: string
  orderId: string
  recipientId: string
  amount: bigint
  currency: string
  until: Date
  kind: 'hold_ends_48h' | 'hold_ends_12h'
}

/** Parties of holds in their last 48 or 12 hours that have not been told of it yet, unless the hold is about to be let go or taken. */
function ending(at: Date, after: string, limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT p.id || party.id AS key, p.id, p.order_id AS "orderId", party.id AS "recipientId",
      p.amount_capturable AS amount, p.currency, p.capture_before_at AS until, k.kind
    FROM payments p JOIN orders o ON o.id = p.order_id
      CROSS JOIN LATERAL (VALUES (o.employer_id), (o.contractor_id)) AS party (id)
      CROSS JOIN LATERAL (SELECT CASE WHEN p.capture_before_at <= ${at.toISOString()}::timestamp + interval '12 hours'
        THEN 'hold_ends_12h' ELSE 'hold_ends_48h' END AS kind) k
    WHERE p.livemode = ${env().stripe.livemode} AND p.status = 'requires_capture'
      AND p.release_requested_at IS NULL AND p.capture_requested_at IS NULL
      AND p.capture_before_at > ${at.toISOString()}::timestamp
      AND p.capture_before_at <= ${at.toISOString()}::timestamp + interval '48 hours'
      AND NOT EXISTS (SELECT FROM notifications n
        WHERE n.recipient_id = party.id AND n.fact = k.kind || ':' || p.id)
      AND p.id || party.id > ${after}::text
    ORDER BY key LIMIT ${limit} FOR NO KEY UPDATE OF p SKIP LOCKED`
}

function noticeOf({ id, orderId, recipientId, kind, currency, ...hold }: Ending): Notice {
  const data = { amount: hold.amount.toString(), currency, until: hold.until.toISOString() }
  return { recipientId, orderId, kind, fact: `${kind}:${id}`, data }
}

/**
 * Reminds both parties of each hold that ends within 48 hours, and again within 12: once each. One that has less than that from
 * its beginning is told of at once, by the nearer of the two alone. Returns how many reminders were made.
 */
export async function remindOfHolds(): Promise<Result<number, StripeFailure>> {
  const at = await stripeTime()
  if (!at.ok) return at
  return ok(await tellEach((after, limit) => ending(at.value, after, limit), noticeOf))
}
