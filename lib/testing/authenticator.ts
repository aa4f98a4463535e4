import { Secret, TOTP } from 'otpauth'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { confirmSecondFactor } from '../second-factor/confirm-second-factor.ts'
import { getSecondFactor } from '../second-factor/queries.ts'
import { startSecondFactor } from '../second-factor/start-second-factor.ts'
import type { NewPerson } from './sign-up.ts'

/** Shows the code of a secret, `steps` of 30 seconds from now. */
export type Authenticator = (steps?: number) => string

export function authenticatorOf(secret: string): Authenticator {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  return (steps = 0) => totp.generate({ timestamp: Date.now() + steps * 30_000 })
}

/** Offers somebody a secret and gives it to an authenticator. */
export async function offeredTo({ actor, password }: NewPerson): Promise<Authenticator> {
  expectOk(await startSecondFactor(actor, { requestKey: newRequestKey(), password }), 'offer a second factor')
  const factor = await getSecondFactor(actor)
  return authenticatorOf(factor.state === 'offered' ? factor.secret : '')
}

/** Turns somebody's second factor on by the code of the step before, so that the next ones are still good. */
export async function turnedOnFor(person: NewPerson): Promise<{ code: Authenticator; recovery: string[] }> {
  const code = await offeredTo(person)
  const form = { requestKey: newRequestKey(), code: code(-1) }
  return { code, recovery: expectOk(await confirmSecondFactor(person.actor, form), 'turn it on') }
}
