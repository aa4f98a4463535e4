import { Prisma, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { notify } from '../notifications/notify.ts'
import { ok, type Result } from '../result.ts'
import { stripeTime } from '../stripe/clock.ts'
import type { StripeFailure } from '../stripe/errors.ts'

const BATCH = 200

type Ending = {
  id: string
  orderId: string
  employerId: string
  contractorId: string
  amount: bigint
  currency: string
  until: Date
  kind: 'hold_ends_48h' | 'hold_ends_12h'
}

/** Holds in their last 48 or 12 hours whose parties have not been told of it yet, unless they are about to be let go or taken. */
function ending(at: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT p.id, p.order_id AS "orderId", o.employer_id AS "employerId", o.contractor_id AS "contractorId",
      p.amount_capturable AS amount, p.currency, p.capture_before_at AS until, k.kind
    FROM payments p JOIN orders o ON o.id = p.order_id
      CROSS JOIN LATERAL (SELECT CASE WHEN p.capture_before_at <= ${at.toISOString()}::timestamp + interval '12 hours'
        THEN 'hold_ends_12h' ELSE 'hold_ends_48h' END AS kind) k
    WHERE p.livemode = ${env().stripe.livemode} AND p.status = 'requires_capture'
      AND p.release_requested_at IS NULL AND p.capture_requested_at IS NULL
      AND p.capture_before_at > ${at.toISOString()}::timestamp
      AND p.capture_before_at <= ${at.toISOString()}::timestamp + interval '48 hours'
      AND NOT EXISTS (SELECT FROM notifications n
        WHERE n.recipient_id = o.employer_id AND n.fact = k.kind || ':' || p.id)
    ORDER BY p.capture_before_at LIMIT ${BATCH} FOR NO KEY UPDATE OF p SKIP LOCKED`
}

async function remind(tx: Tx, hold: Ending): Promise<void> {
  const { id, orderId, kind, currency } = hold
  const data = { amount: hold.amount.toString(), currency, until: hold.until.toISOString() }
  for (const recipientId of [hold.employerId, hold.contractorId])
    await notify(tx, { recipientId, orderId, kind, fact: `${kind}:${id}`, data })
}

/**
 * Reminds both parties of each hold that ends within 48 hours, and again within 12: once each. One that has less than that from
 * its beginning is told of at once, by the nearer of the two alone. Returns how many holds it told of.
 */
export async function remindOfHolds(): Promise<Result<number, StripeFailure>> {
  const at = await stripeTime()
  if (!at.ok) return at
  for (let told = 0; ; ) {
    const found = await transaction(async tx => {
      const holds = await tx.$queryRaw<Ending[]>(ending(at.value))
      for (const hold of holds) await remind(tx, hold)
      return holds.length
    })
    told += found
    if (found < BATCH) return ok(told)
  }
}
