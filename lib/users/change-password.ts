import { db, transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { checkPassword } from './check-password.ts'
import { type Actor, containsMailbox, type StartedSession } from './model.ts'
import type { ChangePasswordInput, PasswordErrorCode } from './password-model.ts'
import { hashPassword } from './passwords.ts'
import { setPassword } from './set-password.ts'
import { startSession } from './start-session.ts'

/** Changes the actor's own password and ends every session, this one too: the answer is the session that takes its place. */
export async function changePassword(
  actor: Actor,
  input: ChangePasswordInput,
): Promise<Result<StartedSession, PasswordErrorCode>> {
  const checked = await checkPassword(actor, input.password)
  if (!checked.ok) return checked
  const { email } = await db().user.findUniqueOrThrow({ where: { id: actor.userId } })
  if (containsMailbox(input.newPassword, email)) return fail('contains_address')
  const passwordHash = await hashPassword(input.newPassword)
  return ok(
    await transaction(async tx => {
      await setPassword(tx, actor, passwordHash, 'user.password_changed')
      return startSession(tx, { id: actor.userId, role: actor.role }, actor.origin)
    }),
  )
}
