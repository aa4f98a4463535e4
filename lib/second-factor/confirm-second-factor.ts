import { requestAccountMail } from '../account-mails/request-account-mail.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { db, transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { endSessions } from '../users/end-sessions.ts'
import { codesPerUser } from '../users/limits.ts'
import type { Actor } from '../users/model.ts'
import type { ConfirmSecondFactorInput, SecondFactorErrorCode } from './model.ts'
import { offeredSince } from './queries.ts'
import { replaceRecoveryCodes } from './recovery-codes.ts'
import { takeTotp } from './take-code.ts'

/**
 * Turns the second factor on, once a code shows that the authenticator has the secret. Devices that are signed in by a password
 * alone are signed out, but for this one. Returns the recovery codes, which are not shown again.
 */
export async function confirmSecondFactor(
  actor: Actor,
  { code }: ConfirmSecondFactorInput,
): Promise<Result<string[], SecondFactorErrorCode>> {
  const { userId } = actor
  const factor = await db().secondFactor.findUnique({ where: { userId } })
  if (factor?.confirmedAt) return fail('already_on')
  if (!factor || factor.createdAt <= offeredSince()) return fail('offer_over')
  if (!(await codesPerUser.take(userId))) return fail('too_many_tries')
  if (code.length !== 6 || !(await takeTotp(userId, code, false))) return fail('wrong_code')
  await codesPerUser.giveBack(userId)
  const codes = await transaction(async tx => {
    const { count } = await tx.secondFactor.updateMany({
      where: { userId, secret: factor.secret, confirmedAt: null },
      data: { confirmedAt: now() },
    })
    if (count === 0) return null
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId } })
    await endSessions(tx, actor, { except: actor.sessionId })
    const subject = { type: 'User', id: userId }
    await recordAuditEvent(tx, actor, {
      action: 'user.second_factor_on',
      subject,
      before: { secondFactor: false },
      after: { secondFactor: true },
    })
    await requestAccountMail(tx, { kind: 'second_factor_on', userId, address: email })
    return replaceRecoveryCodes(tx, userId)
  })
  return codes ? ok(codes) : fail('already_on')
}
