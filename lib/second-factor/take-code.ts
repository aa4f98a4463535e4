import { requestAccountMail } from '../account-mails/request-account-mail.ts'
import { now } from '../clock.ts'
import { db, transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { codesPerUser } from '../users/limits.ts'
import { recoveryHash } from './recovery-codes.ts'
import { openSecret } from './secret.ts'
import { stepOf } from './totp.ts'

/** Of two uses of one code at once, the statement that moves `last_step` on lets one through. */
export async function takeTotp(userId: string, code: string, isConfirmed: boolean): Promise<boolean> {
  const confirmedAt = isConfirmed ? { not: null } : null
  const factor = await db().secondFactor.findFirst({ where: { userId, confirmedAt } })
  const secret = factor && openSecret(userId, factor.secret)
  const step = secret ? stepOf(secret, code) : null
  if (!factor || step === null) return false
  const { count } = await db().secondFactor.updateMany({
    where: { userId, secret: factor.secret, lastStep: { lt: step } },
    data: { lastStep: step },
  })
  return count === 1
}

/** Its owner is told: whoever else has a recovery code has found where they are kept. */
function takeRecoveryCode(userId: string, code: string): Promise<boolean> {
  return transaction(async tx => {
    const user = { secondFactor: { confirmedAt: { not: null } } }
    const { count } = await tx.recoveryCode.updateMany({
      where: { userId, user, codeHash: recoveryHash(code), usedAt: null },
      data: { usedAt: now() },
    })
    if (count === 0) return false
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId } })
    await requestAccountMail(tx, { kind: 'recovery_code_used', userId, address: email })
    return true
  })
}

/**
 * Takes a code of somebody's authenticator, or a recovery code, each of which is good once. Ten tries in a quarter of an hour:
 * at that pace a million codes of which three fit are not guessed.
 */
export async function takeCode(
  userId: string,
  code: string,
): Promise<Result<void, 'wrong_code' | 'too_many_tries'>> {
  if (!(await codesPerUser.take(userId))) return fail('too_many_tries')
  const fits = code.length === 6 ? await takeTotp(userId, code, true) : await takeRecoveryCode(userId, code)
  if (!fits) return fail('wrong_code')
  await codesPerUser.giveBack(userId)
  return ok()
}
