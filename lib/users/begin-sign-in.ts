import { now } from '../clock.ts'
import { db, transaction } from '../db.ts'
import { newId } from '../ids.ts'
import { fail, ok, type Result } from '../result.ts'
import { accountKey, networkKey, signInPerAccount, signInPerNetwork } from './limits.ts'
import type { RequestOrigin, SignInErrorCode, SignInInput, StartedSession } from './model.ts'
import { verifyPassword } from './passwords.ts'
import { startSession } from './start-session.ts'

/** What a right password leads to: a session, or the question for the second factor. */
type BegunSignIn = { session: StartedSession } | { challengeId: string }

/** How long somebody may take to find their authenticator. */
export const CHALLENGE_SECONDS = 600

async function startChallenge(userId: string): Promise<string> {
  const at = now()
  await db().signInChallenge.deleteMany({ where: { userId, expiresAt: { lt: at } } })
  const expiresAt = new Date(at.getTime() + CHALLENGE_SECONDS * 1000)
  const { id } = await db().signInChallenge.create({ data: { id: newId('sic'), userId, expiresAt } })
  return id
}

/**
 * The first step of signing in, which is the only one for who has no second factor. Every try is counted before the password is
 * looked at, so that parallel ones cannot slip through, and given back when it was right; an unknown address takes as long and
 * reads the same as a wrong password.
 */
export async function beginSignIn(
  origin: RequestOrigin,
  input: Pick<SignInInput, 'email' | 'password'>,
): Promise<Result<BegunSignIn, SignInErrorCode>> {
  const account = accountKey(input.email)
  const network = networkKey(origin.ip)
  if (!(await signInPerNetwork.take(network))) return fail('too_many_tries')
  if (!(await signInPerAccount.take(account))) return fail('too_many_tries')

  const user = await db().user.findUnique({
    where: { email: input.email },
    select: {
      id: true,
      role: true,
      passwordHash: true,
      suspendedAt: true,
      secondFactor: { select: { confirmedAt: true } },
    },
  })
  const matches = await verifyPassword(user?.passwordHash ?? null, input.password)
  if (!user || !matches) return fail('wrong_credentials')
  await Promise.all([signInPerAccount.giveBack(account), signInPerNetwork.giveBack(network)])
  if (user.suspendedAt) return fail('suspended')
  if (user.secondFactor?.confirmedAt) return ok({ challengeId: await startChallenge(user.id) })
  return ok({ session: await transaction(tx => startSession(tx, user, origin)) })
}
