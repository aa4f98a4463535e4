import { db } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { passwordPerUser } from './limits.ts'
import type { Actor } from './model.ts'
import { verifyPassword } from './passwords.ts'

/** Whether it is really the account's owner who is signed in: asked before what a stranger at an open device must not do. */
export async function checkPassword(
  actor: Actor,
  password: string,
): Promise<Result<void, 'wrong_password' | 'too_many_tries'>> {
  if (!(await passwordPerUser.take(actor.userId))) return fail('too_many_tries')
  const user = await db().user.findUnique({
    where: { id: actor.userId, suspendedAt: null },
    select: { passwordHash: true },
  })
  if (!(await verifyPassword(user?.passwordHash ?? null, password))) return fail('wrong_password')
  await passwordPerUser.giveBack(actor.userId)
  return ok()
}
