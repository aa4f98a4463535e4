import { now } from '../clock.ts'
import { db, transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { takeCode } from '../second-factor/take-code.ts'
import type { RequestOrigin, StartedSession } from './model.ts'
import type { SecondStepErrorCode } from './second-step-model.ts'
import { startSession } from './start-session.ts'

const open = (id: string) => ({
  id,
  usedAt: null,
  expiresAt: { gt: now() },
  user: { suspendedAt: null },
})

/** Whether a sign-in still waits for its second factor: for the page that asks for it. */
export async function isChallengeOpen(challengeId: string): Promise<boolean> {
  return (await db().signInChallenge.count({ where: open(challengeId) })) > 0
}

/** The second step of signing in: a code of the authenticator or a recovery code. A challenge leads to one session. */
export async function finishSignIn(
  origin: RequestOrigin,
  { challengeId, code }: { challengeId: string; code: string },
): Promise<Result<StartedSession, SecondStepErrorCode>> {
  const where = open(challengeId)
  const challenge = await db().signInChallenge.findFirst({ where, include: { user: true } })
  if (!challenge) return fail('challenge_over')
  const taken = await takeCode(challenge.userId, code)
  if (!taken.ok) return taken
  const session = await transaction(async tx => {
    const { count } = await tx.signInChallenge.updateMany({ where, data: { usedAt: now() } })
    return count === 1 ? startSession(tx, challenge.user, origin) : null
  })
  return session ? ok(session) : fail('challenge_over')
}
