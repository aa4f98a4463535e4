import { DAY_MS, now } from '../clock.ts'
import { Prisma, transaction } from '../db.ts'
import { env } from '../env.ts'
import { notify } from '../notifications/notify.ts'
import { ok, type Result } from '../result.ts'
import { silentSince } from './decide-holds.ts'

const BATCH = 200

type Near = { orderId: string; employerId: string; deliveryId: string; deliveredAt: Date }

/** Tells each employer once, a day before, that work they have not answered is approved by itself. Returns how many were told. */
export async function remindOfApprovals(): Promise<Result<number, never>> {
  const { AUTO_APPROVE_DAYS: days } = env()
  if (days < 2) return ok(0)
  const before = new Date(now().getTime() - (days - 1) * DAY_MS)
  return transaction(async tx => {
    const near = await tx.$queryRaw<Near[]>(Prisma.sql`
      SELECT o.id AS "orderId", o.employer_id AS "employerId", delivery.id AS "deliveryId",
        delivery.created_at AS "deliveredAt" ${silentSince(before)}
        AND NOT EXISTS (SELECT FROM notifications n
          WHERE n.recipient_id = o.employer_id AND n.fact = 'approval_near:' || delivery.id)
      LIMIT ${BATCH}`)
    for (const { orderId, employerId: recipientId, deliveryId, deliveredAt } of near) {
      const data = { until: new Date(deliveredAt.getTime() + days * DAY_MS).toISOString() }
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
