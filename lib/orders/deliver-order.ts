import { DAY_MS, now } from '../clock.ts'
import { env } from '../env.ts'
import type { Result } from '../result.ts'
import { stripeTime } from '../stripe/clock.ts'
import type { Actor } from '../users/model.ts'
import type { OrderErrorCode } from './model.ts'
import { moveOwnOrder } from './move-own-order.ts'

/**
 * The contractor says that the work is done. Only while the money is held: work is never delivered on a dead hold. The employer is
 * told until when an answer is waited for, by the clock that holds end by; that day is kept with the delivery, and is what counts.
 */
export async function deliverOrder(
  actor: Actor,
  input: { orderId: string; note: string },
): Promise<Result<void, OrderErrorCode>> {
  const { AUTO_APPROVE_DAYS: days, stripe } = env()
  const at = await stripeTime()
  const from = at.ok ? at.value : now()
  const until = days > 0 ? new Date(from.getTime() + days * DAY_MS).toISOString() : undefined
  const owned = { contractorId: actor.userId, livemode: stripe.livemode }
  return moveOwnOrder(actor, owned, 'deliver', { ...input, until })
}
