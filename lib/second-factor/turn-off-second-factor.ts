import { requestAccountMail } from '../account-mails/request-account-mail.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { checkPassword } from '../users/check-password.ts'
import type { Actor } from '../users/model.ts'
import { forgetSecondFactor } from './forget-second-factor.ts'
import type { SecondFactorErrorCode, TurnOffSecondFactorInput } from './model.ts'
import { takeCode } from './take-code.ts'

/** Turns the second factor off, with the password and a code; its secret and the recovery codes are forgotten. */
export async function turnOffSecondFactor(
  actor: Actor,
  { password, code }: TurnOffSecondFactorInput,
): Promise<Result<void, SecondFactorErrorCode>> {
  const checked = await checkPassword(actor, password)
  if (!checked.ok) return checked
  const taken = await takeCode(actor.userId, code)
  if (!taken.ok) return taken
  const { userId } = actor
  const isDone = await transaction(async tx => {
    if (!(await forgetSecondFactor(tx, userId))) return false
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId } })
    const subject = { type: 'User', id: userId }
    await recordAuditEvent(tx, actor, {
      action: 'user.second_factor_off',
      subject,
      before: { secondFactor: true },
      after: { secondFactor: false },
    })
    await requestAccountMail(tx, { kind: 'second_factor_off', userId, address: email })
    return true
  })
  return isDone ? ok() : fail('not_on')
}
