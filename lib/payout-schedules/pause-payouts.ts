import { may } from '../access/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { db, isUniqueViolation, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { fail, ok, type Result } from '../result.ts'
import { isDefinite } from '../stripe/errors.ts'
import type { PausePayoutsInput } from '../users/admin-model.ts'
import type { Actor } from '../users/model.ts'
import { claimScheduleChange } from './claim-schedule-change.ts'
import { continueScheduleChange } from './continue-schedule-change.ts'
import type { ScheduleErrorCode } from './model.ts'

type Account = { id: string; payoutsPausedAt: Date | null }

/** Sets or takes away the mark that stops payouts here, in the caller's transaction. */
async function mark(
  tx: Tx,
  actor: Actor,
  account: Account,
  { paused, reason }: PausePayoutsInput,
): Promise<void> {
  const at = paused ? now() : null
  await tx.connectedAccount.update({ where: { id: account.id }, data: { payoutsPausedAt: at } })
  await recordAuditEvent(tx, actor, {
    action: paused ? 'payouts.paused' : 'payouts.resumed',
    subject: { type: 'connected_account', id: account.id },
    before: { payoutsPausedAt: account.payoutsPausedAt?.toISOString() ?? null },
    after: { payoutsPausedAt: at?.toISOString() ?? null, reason },
  })
}

/**
 * An admin stops a contractor's payouts: from then on none can be asked for here, and Stripe's own schedule is set to manual, by the row that
 * each change of a schedule has, so that a crash is resumed. Letting them go on takes the mark away; the contractor then chooses a schedule again.
 */
export async function pausePayouts(
  actor: Actor,
  input: PausePayoutsInput,
): Promise<Result<void, ScheduleErrorCode>> {
  if (!may(actor, 'recover')) return fail('account_not_open')
  const { userId, requestKey, paused } = input
  const { livemode } = env().stripe
  const account = await db().connectedAccount.findFirst({
    where: { userId, livemode, stripeAccountId: { not: null } },
  })
  if (!account) return fail('account_not_open')
  if (!paused) {
    if (account.payoutsPausedAt) await transaction(tx => mark(tx, actor, account, input))
    return ok()
  }
  const manual = { requestKey, interval: 'manual', weekday: null, monthDay: null } as const
  const alongside = (tx: Tx) => mark(tx, actor, account, input)
  const claimed = await claimScheduleChange(actor, account.id, manual, alongside).catch(error => {
    if (isUniqueViolation(error)) return fail('under_way' as const)
    throw error
  })
  if (!claimed.ok) return claimed
  if (claimed.value.isDone) return ok()
  const continued = await continueScheduleChange(claimed.value.changeId)
  if (continued.ok) return ok()
  return fail(isDefinite(continued.error) ? 'refused_by_stripe' : 'processing')
}
