import { db, Prisma, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { logger } from '../logger.ts'
import { ok, type Result } from '../result.ts'
import { stripeTime } from '../stripe/clock.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { SYSTEM } from '../users/model.ts'
import { captureClaimed } from './capture-claimed.ts'
import { type Approval, claimCapture } from './claim-capture.ts'
import { claimRelease } from './claim-release.ts'
import { continueRelease } from './continue-release.ts'

const BATCH = 100
/** How long before its end a hold is decided: enough for a few tries, should Stripe be away. */
const LAST_MINUTES = 60

type Undecided = { orderId: string; choice: 'approve' | 'release'; rule: NonNullable<Approval['rule']> }

/** Holds that stand and that nobody is about to take or let go. */
const STANDING = Prisma.sql`p.status = 'requires_capture' AND p.surplus_at IS NULL
  AND p.release_requested_at IS NULL AND p.capture_requested_at IS NULL`

/** While an admin is asked to decide, nothing else does. */
const UNDISPUTED = Prisma.sql`NOT EXISTS (
  SELECT FROM disagreements d WHERE d.order_id = o.id AND d.status = 'open')`

/** Holds in their last hour whose employer has chosen; work that was not delivered is never approved by itself. */
function ending(at: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT o.id AS "orderId", o.hold_end::text AS choice, 'hold_end' AS rule
    FROM payments p JOIN orders o ON o.id = p.order_id
    WHERE p.livemode = ${env().stripe.livemode} AND ${STANDING} AND ${UNDISPUTED}
      AND p.capture_before_at > ${at.toISOString()}::timestamp
      AND p.capture_before_at <= ${at.toISOString()}::timestamp + make_interval(mins => ${LAST_MINUTES}::int)
      AND (o.hold_end = 'release' AND o.status IN ('held', 'delivered') OR o.hold_end = 'approve' AND o.status = 'delivered')
    ORDER BY p.capture_before_at LIMIT ${BATCH}`
}

/** Deliveries to which nobody has said a word, and whose announced day is `day` or before it. */
export function silentUntil(day: Date): Prisma.Sql {
  return Prisma.sql`
    FROM orders o JOIN payments p ON p.order_id = o.id AND ${STANDING}
      JOIN LATERAL (SELECT e.id, (e.data->>'until')::timestamptz AS until FROM order_events e
        WHERE e.order_id = o.id AND e.kind = 'deliver' ORDER BY e.id DESC LIMIT 1) delivery
        ON delivery.until <= ${day.toISOString()}::timestamptz
    WHERE o.status = 'delivered' AND o.livemode = ${env().stripe.livemode} AND ${UNDISPUTED}`
}

/** Under the order's lock, as whoever opens a disagreement holds it: what was opened since the order was found counts. */
async function hasOpenDisagreement(tx: Tx, orderId: string): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM orders WHERE id = ${orderId} FOR NO KEY UPDATE`
  return (await tx.disagreement.count({ where: { orderId, status: 'open' } })) > 0
}

async function decide({ orderId, choice, rule }: Undecided): Promise<boolean> {
  if (choice === 'approve') {
    const claimed = await transaction(async tx => {
      if (await hasOpenDisagreement(tx, orderId)) return null
      return claimCapture(tx, { by: SYSTEM, rule }, {}, { orderId })
    })
    if (!claimed?.ok) return false
    const captured = await captureClaimed(claimed.value)
    if (!captured.ok) logger.warn({ orderId, error: captured.error }, 'approved by itself, not captured yet')
    return true
  }
  const note = 'orders.decidedByHoldEnd'
  const claimed = await transaction(async tx => {
    if (await hasOpenDisagreement(tx, orderId)) return null
    return claimRelease(tx, SYSTEM, {}, { orderId, note })
  })
  if (!claimed?.ok || !claimed.value) return false
  const released = await continueRelease(claimed.value)
  if (!released.ok) logger.warn({ orderId, error: released.error }, 'to be released, not released yet')
  return true
}

/**
 * Decides what was left undecided, the most urgent first: holds in their last hour as their employer chose, and deliveries that nobody
 * answered by the day that was announced with them, but nothing while the parties disagree before an admin. What Stripe does not answer is
 * finished by the completer. Returns how many were decided.
 */
export async function decideHolds(): Promise<Result<number, StripeFailure>> {
  const at = await stripeTime()
  if (!at.ok) return at
  const undecided = await db().$queryRaw<Undecided[]>(ending(at.value))
  if (env().AUTO_APPROVE_DAYS > 0) {
    const silent = await db().$queryRaw<Undecided[]>`
      SELECT o.id AS "orderId", 'approve' AS choice, 'silence' AS rule ${silentUntil(at.value)}
      ORDER BY delivery.until LIMIT ${BATCH}`
    undecided.push(...silent)
  }
  let count = 0
  for (const one of undecided) if (await decide(one)) count += 1
  return ok(count)
}
