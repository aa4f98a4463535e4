import { env } from '../env.ts'
import type { Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { OrderErrorCode } from './model.ts'
import { moveOwnOrder } from './move-own-order.ts'

/** The employer sends delivered work back; the hold stands. */
export function requestChanges(
  actor: Actor,
  input: { orderId: string; note: string },
): Promise<Result<void, OrderErrorCode>> {
  return moveOwnOrder(
    actor,
    { employerId: actor.userId, livemode: env().stripe.livemode },
    'request_changes',
    input,
  )
}
