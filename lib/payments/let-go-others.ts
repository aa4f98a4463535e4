import { now } from '../clock.ts'
import { Prisma, type Tx } from '../db.ts'
import { enqueue } from '../jobs/enqueue.ts'

/** Leaves whoever has just asked for it the time to do it; after that the job does. */
const JOB_DELAY_SECONDS = 5

/**
 * Under the order's lock: every other payment of the order that holds money, or still may, is to be let go, because `standingId`
 * stands in its place. One whose money is being taken is left alone. Returns the ids of those to release.
 */
export async function letGoOthers(tx: Tx, orderId: string, standingId: string | null): Promise<string[]> {
  const at = Prisma.sql`${now().toISOString()}::timestamp`
  const others = standingId ? Prisma.sql`AND id <> ${standingId}` : Prisma.empty
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE payments SET surplus_at = ${at}, release_requested_at = coalesce(release_requested_at, ${at}), updated_at = ${at}
    WHERE order_id = ${orderId} ${others} AND surplus_at IS NULL AND capture_requested_at IS NULL
      AND status IN ('pending', 'requires_action', 'requires_capture')
    RETURNING id`
  for (const { id } of rows) {
    const options = { key: `payment:${id}`, delaySeconds: JOB_DELAY_SECONDS }
    await enqueue(tx, 'resume-payment', { paymentId: id }, options)
  }
  return rows.map(({ id }) => id)
}
