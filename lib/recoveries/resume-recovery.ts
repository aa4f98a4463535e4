import { db } from '../db.ts'
import { ok, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { continueRecovery } from './continue-recovery.ts'

/** Takes a recovery on from wherever a crash or an outage left it. */
export async function resumeRecovery(recoveryId: string): Promise<Result<unknown, StripeFailure>> {
  const recovery = await db().recovery.findUnique({ where: { id: recoveryId } })
  return recovery?.status === 'requested' ? continueRecovery(recoveryId) : ok()
}
