import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { isUniqueViolation, transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { forgetSecondFactor } from '../second-factor/forget-second-factor.ts'
import { SYSTEM } from './model.ts'
import { hashPassword } from './passwords.ts'
import type { SetSignInInput } from './set-sign-in-model.ts'

/**
 * Gives an account a new password, and another address if one is named, turns its second factor off and ends its sessions: for people whose own was lost with
 * the database. Only whoever can run a command on the server calls this.
 */
export async function setSignIn(
  input: SetSignInInput,
): Promise<Result<{ email: string }, 'not_found' | 'email_taken'>> {
  const passwordHash = await hashPassword(input.password)
  try {
    return await transaction(async tx => {
      const account = { OR: [{ email: input.account.toLowerCase() }, { id: input.account }] }
      const user = await tx.user.findFirst({ where: account })
      if (!user) return fail('not_found')
      const email = input.email ?? user.email
      await tx.user.update({ where: { id: user.id }, data: { email, passwordHash, emailVerifiedAt: now() } })
      await forgetSecondFactor(tx, user.id)
      const revoked = { where: { userId: user.id, revokedAt: null }, data: { revokedAt: now() } }
      await tx.session.updateMany(revoked)
      await recordAuditEvent(tx, SYSTEM, {
        action: 'user.sign_in_set',
        subject: { type: 'User', id: user.id },
        before: { email: user.email },
        after: { email },
      })
      return ok({ email })
    })
  } catch (error) {
    if (isUniqueViolation(error)) return fail('email_taken')
    throw error
  }
}
