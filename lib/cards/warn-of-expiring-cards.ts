import { now } from '../clock.ts'
import { Prisma, transaction } from '../db.ts'
import { env } from '../env.ts'
import { notify } from '../notifications/notify.ts'
import { ok, type Result } from '../result.ts'

const BATCH = 200

type Expiring = { id: string; userId: string; expMonth: number; expYear: number }

/** Saved cards whose last month is this one or the next, each of which its owner has not been told yet. */
function expiring(at: Date): Prisma.Sql {
  const month = at.getUTCFullYear() * 12 + at.getUTCMonth() + 1
  return Prisma.sql`
    SELECT c.id, cu.user_id AS "userId", c.exp_month AS "expMonth", c.exp_year AS "expYear"
    FROM saved_cards c JOIN customers cu ON cu.id = c.customer_id
    WHERE c.livemode = ${env().stripe.livemode} AND c.removed_at IS NULL
      AND c.exp_year * 12 + c.exp_month - ${month}::int BETWEEN 0 AND 1
      AND NOT EXISTS (SELECT FROM notifications n WHERE n.recipient_id = cu.user_id
        AND n.fact = 'card_expires:' || c.id || ':' || c.exp_year || '-' || c.exp_month)
    ORDER BY c.id LIMIT ${BATCH} FOR UPDATE OF c SKIP LOCKED`
}

/** The last moment of a card's last month: https://docs.stripe.com/api/payment_methods/object#payment_method_object-card-exp_month */
const endOf = ({ expMonth, expYear }: Expiring) => new Date(Date.UTC(expYear, expMonth, 1) - 1)

/**
 * Tells employers of saved cards that expire at the end of this month or the next, once for each date that a card has: one that its
 * network renews meanwhile gets a new date by itself. Returns how many cards were told of.
 */
export async function warnOfExpiringCards(): Promise<Result<number, never>> {
  const at = now()
  for (let told = 0; ; ) {
    const found = await transaction(async tx => {
      const cards = await tx.$queryRaw<Expiring[]>(expiring(at))
      for (const card of cards) {
        const fact = `card_expires:${card.id}:${card.expYear}-${card.expMonth}`
        const data = { until: endOf(card).toISOString() }
        await notify(tx, { kind: 'card_expires', recipientId: card.userId, orderId: null, fact, data })
      }
      return cards.length
    })
    told += found
    if (found < BATCH) return ok(told)
  }
}
