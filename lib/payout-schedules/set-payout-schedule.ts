import { isUniqueViolation } from '../db.ts'
import { ownAccount } from '../onboarding/own-account.ts'
import { isPausedByUs } from '../payouts/is-paused-by-us.ts'
import { fail, ok, type Result } from '../result.ts'
import { isDefinite } from '../stripe/errors.ts'
import type { Actor } from '../users/model.ts'
import { claimScheduleChange } from './claim-schedule-change.ts'
import { continueScheduleChange } from './continue-schedule-change.ts'
import type { ScheduleErrorCode, SetPayoutScheduleInput } from './model.ts'

/**
 * A contractor chooses when Stripe pays their balance out by itself. Pressing twice is one change, and two at once come one after the
 * other; without an answer from Stripe the result is `processing` and a job finds out.
 */
export async function setPayoutSchedule(
  actor: Actor,
  input: SetPayoutScheduleInput,
): Promise<Result<void, ScheduleErrorCode>> {
  const own = await ownAccount(actor)
  if (!own.ok) return own
  if (await isPausedByUs(own.value.id)) return fail('paused_by_us')
  const claimed = await claimScheduleChange(actor, own.value.id, input).catch(error => {
    if (!isUniqueViolation(error)) throw error
    return claimScheduleChange(actor, own.value.id, input).catch(again => {
      if (isUniqueViolation(again)) return fail('under_way' as const)
      throw again
    })
  })
  if (!claimed.ok) return claimed
  if (claimed.value.isDone) return ok()
  const continued = await continueScheduleChange(claimed.value.changeId)
  if (!continued.ok) return fail(isDefinite(continued.error) ? 'refused_by_stripe' : 'processing')
  return ok()
}
