import { readLink, useLink } from '../account-mails/links.ts'
import { transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { accountKey, linksPerNetwork, networkKey, signInPerAccount } from './limits.ts'
import { markVerified } from './mark-verified.ts'
import { containsMailbox, type RequestOrigin } from './model.ts'
import type { PasswordErrorCode, ResetPasswordInput } from './password-model.ts'
import { hashPassword } from './passwords.ts'
import { setPassword } from './set-password.ts'

/**
 * Gives the account behind a mail's link a new password and ends its sessions. The link works once: of two uses at the same time
 * one wins. Nobody is signed in by it; a second factor is still asked for.
 */
export async function resetPassword(
  origin: RequestOrigin,
  input: ResetPasswordInput,
): Promise<Result<void, PasswordErrorCode>> {
  if (!(await linksPerNetwork.take(networkKey(origin.ip)))) return fail('too_many_tries')
  const link = await readLink(['reset_password'], input.token)
  if (!link) return fail('link_over')
  if (containsMailbox(input.newPassword, link.address)) return fail('contains_address')
  const passwordHash = await hashPassword(input.newPassword)
  const isDone = await transaction(async tx => {
    const used = await useLink(tx, ['reset_password'], input.token)
    const user = used && (await tx.user.findFirst({ where: { id: used.userId, suspendedAt: null } }))
    if (!user) return false
    const actor = { userId: user.id, role: user.role, origin }
    await setPassword(tx, actor, passwordHash, 'user.password_reset')
    // The link came by mail, so mail reaches them.
    if (user.email === link.address) await markVerified(tx, user.id)
    return true
  })
  if (!isDone) return fail('link_over')
  // Whoever guessed at the old password has no say in when the new one works.
  await signInPerAccount.forget(accountKey(link.address))
  return ok()
}
