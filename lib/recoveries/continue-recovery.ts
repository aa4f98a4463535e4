import { db } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { isDefinite, type StripeFailure } from '../stripe/errors.ts'
import { collectReceivable } from './collect-receivable.ts'
import type { RecoveryStatus } from './model.ts'
import { recordRecovery } from './record-recovery.ts'
import { type RecoveryRow, TAKING_PARTS, take } from './take.ts'

/** Nothing moved: the recovery is over, or from now on owed. */
function refuse(row: RecoveryRow, failureCode: string): Promise<RecoveryStatus> {
  return recordRecovery(row.id, { status: row.owedIfRefused ? 'owed' : 'failed', failureCode })
}

async function settle(row: RecoveryRow): Promise<Result<RecoveryStatus, StripeFailure>> {
  if (row.instrument === 'receivable')
    return ok(await recordRecovery(row.id, { status: 'owed', failureCode: null }))
  if (row.stripeObjectId)
    return ok(await recordRecovery(row.id, { status: 'succeeded', stripeObjectId: row.stripeObjectId }))
  const taking = { kind: 'recovery', id: row.id, attempt: row.attempt, amount: row.amount } as const
  const answer = await take(taking, row.instrument, row, row.createdAt)
  if (answer.ok && answer.value)
    return ok(await recordRecovery(row.id, { status: 'succeeded', ...answer.value }))
  if (answer.ok) return ok(await refuse(row, 'never_arrived'))
  if (!isDefinite(answer.error)) return answer
  const status = await refuse(row, answer.error.code ?? answer.error.kind)
  return status === 'owed' ? ok(status) : fail(answer.error)
}

/**
 * Takes a recovery that Stripe has not answered to Stripe, and records the answer; any number of times. What becomes owed is
 * collected at once, as far as the contractor's balance goes.
 */
export async function continueRecovery(recoveryId: string): Promise<Result<RecoveryStatus, StripeFailure>> {
  const row = await db().recovery.findUniqueOrThrow({ where: { id: recoveryId }, include: TAKING_PARTS })
  const settled = row.status === 'requested' ? await settle(row) : ok(row.status)
  return settled.ok && settled.value === 'owed' ? collectReceivable(recoveryId) : settled
}
