import { DAY_MS, now } from '../clock.ts'
import { env } from '../env.ts'
import type { Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { OrderErrorCode } from './model.ts'
import { moveOwnOrder } from './move-own-order.ts'

/**
 * The contractor says that the work is done. Only while the money is held: work is never delivered on a dead hold. The employer is
 * told until when an answer is waited for.
 */
export function deliverOrder(
  actor: Actor,
  input: { orderId: string; note: string },
): Promise<Result<void, OrderErrorCode>> {
  const { AUTO_APPROVE_DAYS: days, stripe } = env()
  const until = days > 0 ? new Date(now().getTime() + days * DAY_MS).toISOString() : undefined
  const owned = { contractorId: actor.userId, livemode: stripe.livemode }
  return moveOwnOrder(actor, owned, 'deliver', { ...input, until })
}
