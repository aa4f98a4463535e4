import { env } from '../env.ts'
import type { Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { OrderErrorCode } from './model.ts'
import { moveOwnOrder } from './move-own-order.ts'

/** The contractor says that the work is done. Only while the money is held: work is never delivered on a dead hold. */
export function deliverOrder(
  actor: Actor,
  input: { orderId: string; note: string },
): Promise<Result<void, OrderErrorCode>> {
  return moveOwnOrder(
    actor,
    { contractorId: actor.userId, livemode: env().stripe.livemode },
    'deliver',
    input,
  )
}
