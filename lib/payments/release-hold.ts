import { may } from '../access/model.ts'
import { transaction } from '../db.ts'
import { visibleTo } from '../orders/visible-to.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { claimRelease, type ReleaseInput } from './claim-release.ts'
import { continueRelease } from './continue-release.ts'
import type { PaymentErrorCode } from './model.ts'

/**
 * Cancels an order: the hold, if there is one, is let go at Stripe and the card is never charged. Either party may, until
 * the work is approved; so may an admin. The order is canceled when Stripe has confirmed it.
 */
export async function releaseHold(
  actor: Actor,
  input: ReleaseInput,
): Promise<Result<void, PaymentErrorCode>> {
  if (actor.role === 'ADMIN' && !may(actor, 'decide')) return fail('not_found')
  const claimed = await transaction(tx => claimRelease(tx, actor, visibleTo(actor), input))
  if (!claimed.ok) return claimed
  if (!claimed.value) return ok()
  const released = await continueRelease(claimed.value)
  if (!released.ok) return fail('processing')
  return released.value === 'succeeded' ? fail('wrong_state') : ok()
}
