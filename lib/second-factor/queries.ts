import { now } from '../clock.ts'
import { db } from '../db.ts'
import type { Actor } from '../users/model.ts'
import type { SecondFactorView } from './model.ts'
import { openSecret } from './secret.ts'
import { authenticatorUri } from './totp.ts'

const OFFER_MINUTES = 30

/** A secret that was offered before then is not shown or confirmed any more. */
export const offeredSince = (): Date => new Date(now().getTime() - OFFER_MINUTES * 60_000)

/** How the actor's own second factor stands. The secret is there only while it is offered. */
export async function getSecondFactor(actor: Actor): Promise<SecondFactorView> {
  const { userId } = actor
  const user = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      email: true,
      secondFactor: true,
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  })
  const factor = user.secondFactor
  if (factor?.confirmedAt) return { state: 'on', recoveryCodesLeft: user._count.recoveryCodes }
  const secret = factor && factor.createdAt > offeredSince() ? openSecret(userId, factor.secret) : null
  return secret ? { state: 'offered', secret, uri: authenticatorUri(secret, user.email) } : { state: 'off' }
}
