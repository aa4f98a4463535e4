import { DAY_MS } from '../clock.ts'
import { Prisma, transaction } from '../db.ts'
import { env } from '../env.ts'
import { notify } from '../notifications/notify.ts'
import { ok, type Result } from '../result.ts'
import { stripeTime } from '../stripe/clock.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { silentUntil } from './decide-holds.ts'

const BATCH = 200

type Near = { orderId: string; employerId: string; deliveryId: string; until: Date }

/** Tells each employer once, a day before, that work they have not answered is approved by itself. Returns how many were told. */
export async function remindOfApprovals(): Promise<Result<number, StripeFailure>> {
  if (env().AUTO_APPROVE_DAYS < 2) return ok(0)
  const at = await stripeTime()
  if (!at.ok) return at
  const tomorrow = new Date(at.value.getTime() + DAY_MS)
  return transaction(async tx => {
    const near = await tx.$queryRaw<Near[]>(Prisma.sql`
      SELECT o.id AS "orderId", o.employer_id AS "employerId", delivery.id AS "deliveryId",
        delivery.until ${silentUntil(tomorrow)}
        AND NOT EXISTS (SELECT FROM notifications n
          WHERE n.recipient_id = o.employer_id AND n.fact = 'approval_near:' || delivery.id)
      LIMIT ${BATCH}`)
    for (const { orderId, employerId: recipientId, deliveryId, until } of near) {
      const data = { until: until.toISOString() }
      await notify(tx, {
        kind: 'approval_near',
        recipientId,
        orderId,
        fact: `approval_near:${deliveryId}`,
        data,
      })
    }
    return ok(near.length)
  })
}
