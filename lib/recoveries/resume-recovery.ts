import type { Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { continueRecovery } from './continue-recovery.ts'

/** Takes a recovery on from wherever a crash, an outage or a balance that was too short left it. */
export function resumeRecovery(recoveryId: string): Promise<Result<unknown, StripeFailure>> {
  return continueRecovery(recoveryId)
}
