import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { checkPassword } from '../users/check-password.ts'
import type { Actor } from '../users/model.ts'
import type { SecondFactorErrorCode, TurnOffSecondFactorInput } from './model.ts'
import { replaceRecoveryCodes } from './recovery-codes.ts'
import { takeCode } from './take-code.ts'

/** Gives the actor new recovery codes, with the password and a code; the earlier ones end. They are not shown again. */
export async function renewRecoveryCodes(
  actor: Actor,
  { password, code }: TurnOffSecondFactorInput,
): Promise<Result<string[], SecondFactorErrorCode>> {
  const checked = await checkPassword(actor, password)
  if (!checked.ok) return checked
  const taken = await takeCode(actor.userId, code)
  if (!taken.ok) return taken
  const { userId } = actor
  const codes = await transaction(async tx => {
    // Waits for whoever turns it off at the same time.
    const [factor] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM second_factors WHERE user_id = ${userId} AND confirmed_at IS NOT NULL FOR UPDATE`
    if (!factor) return null
    const subject = { type: 'User', id: userId }
    const before = { unused: await tx.recoveryCode.count({ where: { userId, usedAt: null } }) }
    const renewed = await replaceRecoveryCodes(tx, userId)
    const after = { unused: renewed.length }
    await recordAuditEvent(tx, actor, { action: 'user.recovery_codes_renewed', subject, before, after })
    return renewed
  })
  return codes ? ok(codes) : fail('not_on')
}
