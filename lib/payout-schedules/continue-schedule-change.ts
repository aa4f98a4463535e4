import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, transaction } from '../db.ts'
import { recordAccount } from '../onboarding/record-account.ts'
import { fail, invariant, ok, type Result } from '../result.ts'
import type { ScheduleSnapshot } from '../stripe/account-snapshot.ts'
import { sendPayoutSchedule } from '../stripe/accounts.ts'
import { isDefinite, type StripeFailure } from '../stripe/errors.ts'
import { SYSTEM } from '../users/model.ts'

/** Ends a change once: a second answer to the same question finds it ended. */
async function end(changeId: string, failureCode: string | null): Promise<void> {
  const status = failureCode ? 'failed' : 'succeeded'
  await transaction(async tx => {
    const where = { id: changeId, status: 'requested' as const }
    const { count } = await tx.payoutScheduleChange.updateMany({ where, data: { status, failureCode } })
    if (count === 0) return
    await recordAuditEvent(tx, SYSTEM, {
      action: `payout_schedule.${status}`,
      subject: { type: 'payout_schedule', id: changeId },
      after: { status, ...(failureCode && { failureCode }) },
    })
  })
}

const isSame = (one: ScheduleSnapshot, other: ScheduleSnapshot) =>
  one.interval === other.interval && one.weekday === other.weekday && one.monthDay === other.monthDay

/**
 * Takes a change of a payout schedule to Stripe, reads the account again, and records what that says; any number of times, by whoever
 * asked and by the job that resumes. One change of an account is open at a time, so sending it late never undoes a later one.
 */
export async function continueScheduleChange(changeId: string): Promise<Result<void, StripeFailure>> {
  const row = await db().payoutScheduleChange.findUnique({
    where: { id: changeId },
    include: { account: true },
  })
  if (row?.status !== 'requested') return ok()
  const accountId = row.account.stripeAccountId
  invariant(accountId, 'a schedule is chosen by a contractor with an account')
  const { interval, weekday, monthDay } = row
  const sent = await sendPayoutSchedule({ accountId, changeId, schedule: { interval, weekday, monthDay } })
  if (!sent.ok) {
    if (isDefinite(sent.error)) await end(changeId, sent.error.code ?? sent.error.kind)
    return fail(sent.error)
  }
  const read = await recordAccount(accountId)
  if (!read.ok) return read
  await end(changeId, read.value && isSame(read.value.payoutSchedule, row) ? null : 'overtaken')
  return ok()
}
