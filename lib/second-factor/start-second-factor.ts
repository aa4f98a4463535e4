import { now } from '../clock.ts'
import { db } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { checkPassword } from '../users/check-password.ts'
import type { Actor } from '../users/model.ts'
import type { SecondFactorErrorCode, StartSecondFactorInput } from './model.ts'
import { sealSecret } from './secret.ts'
import { newSecret } from './totp.ts'

/** Offers the actor a new secret to give to an authenticator. Nothing is asked at sign-in until a code of it was confirmed. */
export async function startSecondFactor(
  actor: Actor,
  input: StartSecondFactorInput,
): Promise<Result<void, SecondFactorErrorCode>> {
  const checked = await checkPassword(actor, input.password)
  if (!checked.ok) return checked
  const { userId } = actor
  const offer = { secret: sealSecret(userId, newSecret()), createdAt: now(), lastStep: 0 }
  await db().secondFactor.createMany({ data: [{ userId, ...offer }], skipDuplicates: true })
  const { count } = await db().secondFactor.updateMany({ where: { userId, confirmedAt: null }, data: offer })
  return count === 1 ? ok() : fail('already_on')
}
