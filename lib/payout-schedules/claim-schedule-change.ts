import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, type Prisma, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { listDebts } from '../recoveries/queries.ts'
import { fail, ok, type Result } from '../result.ts'
import { isDefinite } from '../stripe/errors.ts'
import type { Actor } from '../users/model.ts'
import { continueScheduleChange } from './continue-schedule-change.ts'
import type { ScheduleErrorCode, SetPayoutScheduleInput } from './model.ts'

type Row = Prisma.PayoutScheduleChangeGetPayload<object>
export type ScheduleClaim = { changeId: string; isDone: boolean }

/** What is written with the change, in its transaction. */
type Alongside = (tx: Tx) => Promise<void>

async function insert(
  actor: Actor,
  connectedAccountId: string,
  input: SetPayoutScheduleInput,
  alongside: Alongside | undefined,
) {
  const id = newId('psc')
  const { requestKey, ...schedule } = input
  await transaction(async tx => {
    const { livemode } = env().stripe
    await tx.payoutScheduleChange.create({
      data: { id, requestKey, livemode, connectedAccountId, createdById: actor.userId, ...schedule },
    })
    await recordAuditEvent(tx, actor, {
      action: 'payout_schedule.request',
      subject: { type: 'payout_schedule', id },
      after: schedule,
    })
    await alongside?.(tx)
    // The net under the call that follows: whatever happens to this process, the row is taken to its end.
    const options = { key: `payout_schedule:${id}`, delaySeconds: 30 }
    await enqueue(tx, 'resume-payout-schedule', { changeId: id }, options)
  })
  return id
}

/** What the same form has led to before. */
function repeated(row: Row, input: SetPayoutScheduleInput): Result<ScheduleClaim, ScheduleErrorCode> {
  const { interval, weekday, monthDay } = input
  if (row.interval !== interval || row.weekday !== weekday || row.monthDay !== monthDay)
    return fail('request_key_reused')
  if (row.status === 'failed') return fail('refused_by_stripe')
  return ok({ changeId: row.id, isDone: row.status === 'succeeded' })
}

/** The change of this form: the one it already made, else a new row, once what was chosen before has come to its end. */
export async function claimScheduleChange(
  actor: Actor,
  connectedAccountId: string,
  input: SetPayoutScheduleInput,
  alongside?: Alongside,
): Promise<Result<ScheduleClaim, ScheduleErrorCode>> {
  const { requestKey } = input
  const row = await db().payoutScheduleChange.findUnique({
    where: { connectedAccountId_requestKey: { connectedAccountId, requestKey } },
  })
  if (row) return repeated(row, input)
  // Stripe's schedule knows nothing of debts, and would be faster than whoever collects them.
  const debts = input.interval === 'manual' ? [] : await listDebts(actor, actor.userId)
  if (debts.length > 0) return fail('debt_first')
  const open = await db().payoutScheduleChange.findFirst({
    where: { connectedAccountId, status: 'requested' },
  })
  const ended = open ? await continueScheduleChange(open.id) : ok()
  if (!ended.ok && !isDefinite(ended.error)) return fail('under_way')
  return ok({ changeId: await insert(actor, connectedAccountId, input, alongside), isDone: false })
}
