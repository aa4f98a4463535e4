import { db } from '../db.ts'
import { visibleTo } from '../orders/visible-to.ts'
import type { PaymentErrorCode } from '../payments/model.ts'
import { releaseHold } from '../payments/release-hold.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'

/**
 * Cancels the milestones of a project that have not begun; what is held or paid stays as it is. Either party may. Each milestone is
 * canceled for itself, so asking again cancels what is left. Returns how many were.
 */
export async function endProject(
  actor: Actor,
  { projectId }: { projectId: string },
): Promise<Result<number, PaymentErrorCode>> {
  const milestones = await db().order.findMany({
    where: { AND: [visibleTo(actor), { projectId }] },
    orderBy: { milestone: 'asc' },
  })
  if (milestones.length === 0) return fail('not_found')
  const open = milestones.filter(({ status }) => status === 'placed')
  for (const { id: orderId } of open) {
    const canceled = await releaseHold(actor, { orderId, note: '' })
    if (!canceled.ok) return canceled
  }
  return ok(open.length)
}
