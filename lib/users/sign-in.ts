import { db, transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { accountKey, networkKey, signInPerAccount, signInPerNetwork } from './limits.ts'
import type { RequestOrigin, SignInErrorCode, SignInInput, StartedSession } from './model.ts'
import { verifyPassword } from './passwords.ts'
import { startSession } from './start-session.ts'

/**
 * Signs a person in. Every try is counted before the password is looked at, so that parallel ones cannot slip through, and
 * given back when it was right; an unknown address takes as long and reads the same as a wrong password.
 */
export async function signIn(
  origin: RequestOrigin,
  input: Pick<SignInInput, 'email' | 'password'>,
): Promise<Result<StartedSession, SignInErrorCode>> {
  const account = accountKey(input.email)
  const network = networkKey(origin.ip)
  if (!(await signInPerNetwork.take(network))) return fail('too_many_tries')
  if (!(await signInPerAccount.take(account))) return fail('too_many_tries')

  const user = await db().user.findUnique({
    where: { email: input.email },
    select: { id: true, role: true, passwordHash: true, suspendedAt: true },
  })
  const matches = await verifyPassword(user?.passwordHash ?? null, input.password)
  if (!user || !matches) return fail('wrong_credentials')
  await Promise.all([signInPerAccount.giveBack(account), signInPerNetwork.giveBack(network)])
  if (user.suspendedAt) return fail('suspended')
  return ok(await transaction(tx => startSession(tx, user, origin)))
}
