import { DAY_MS } from '../clock.ts'
import { Prisma } from '../db.ts'
import { env } from '../env.ts'
import type { Notice } from '../notifications/notify.ts'
import { tellEach } from '../notifications/tell-each.ts'
import { ok, type Result } from '../result.ts'
import { stripeTime } from '../stripe/clock.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { silentUntil } from './decide-holds.ts'

type Near = { key: string; orderId: string; employerId: string; until: Date }

/** Deliveries that are approved by themselves until a day, of which their employer has not been told yet. */
function near(day: Date, after: string, limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT delivery.id AS key, o.id AS "orderId", o.employer_id AS "employerId", delivery.until ${silentUntil(day)}
      AND NOT EXISTS (SELECT FROM notifications n
        WHERE n.recipient_id = o.employer_id AND n.fact = 'approval_near:' || delivery.id)
      AND delivery.id > ${after}::text
    ORDER BY delivery.id LIMIT ${limit}`
}

function noticeOf({ key, orderId, employerId: recipientId, until }: Near): Notice {
  const told = { kind: 'approval_near', fact: `approval_near:${key}` } as const
  return { ...told, recipientId, orderId, data: { until: until.toISOString() } }
}

/** Tells each employer once, a day before, that work they have not answered is approved by itself. Returns how many were told. */
export async function remindOfApprovals(): Promise<Result<number, StripeFailure>> {
  if (env().AUTO_APPROVE_DAYS < 2) return ok(0)
  const at = await stripeTime()
  if (!at.ok) return at
  const tomorrow = new Date(at.value.getTime() + DAY_MS)
  return ok(await tellEach((after, limit) => near(tomorrow, after, limit), noticeOf))
}
