import { now } from '../clock.ts'
import { Prisma } from '../db.ts'
import { env } from '../env.ts'
import type { Notice } from '../notifications/notify.ts'
import { tellEach } from '../notifications/tell-each.ts'
import { ok, type Result } from '../result.ts'

type Expiring = { key: string; userId: string; expMonth: number; expYear: number }

/** Saved cards whose last month is this one or the next, each of which its owner has not been told yet. */
function expiring(at: Date, after: string, limit: number): Prisma.Sql {
  const month = at.getUTCFullYear() * 12 + at.getUTCMonth() + 1
  return Prisma.sql`
    SELECT c.id AS key, cu.user_id AS "userId", c.exp_month AS "expMonth", c.exp_year AS "expYear"
    FROM saved_cards c JOIN customers cu ON cu.id = c.customer_id
    WHERE c.livemode = ${env().stripe.livemode} AND c.removed_at IS NULL
      AND c.exp_year * 12 + c.exp_month - ${month}::int BETWEEN 0 AND 1
      AND NOT EXISTS (SELECT FROM notifications n WHERE n.recipient_id = cu.user_id
        AND n.fact = 'card_expires:' || c.id || ':' || c.exp_year || '-' || c.exp_month)
      AND c.id > ${after}::text
    ORDER BY c.id LIMIT ${limit} FOR UPDATE OF c SKIP LOCKED`
}

/** The last moment of a card's last month: https://docs.stripe.com/api/payment_methods/object#payment_method_object-card-exp_month */
const endOf = ({ expMonth, expYear }: Expiring) => new Date(Date.UTC(expYear, expMonth, 1) - 1)

function noticeOf(card: Expiring): Notice {
  const fact = `card_expires:${card.key}:${card.expYear}-${card.expMonth}`
  const data = { until: endOf(card).toISOString() }
  return { kind: 'card_expires', recipientId: card.userId, orderId: null, fact, data }
}

/**
 * Tells employers of saved cards that expire at the end of this month or the next, once for each date that a card has: one that its
 * network renews meanwhile gets a new date by itself. Returns how many cards were told of.
 */
export async function warnOfExpiringCards(): Promise<Result<number, never>> {
  const at = now()
  return ok(await tellEach((after, limit) => expiring(at, after, limit), noticeOf))
}
