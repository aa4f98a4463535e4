import { DEMO_PASSWORD, DEMO_PEOPLE } from '../demo/people.ts'
import { env } from '../env.ts'
import { fail, ok, type Result } from '../result.ts'
import type { RequestOrigin, StartedSession } from '../users/model.ts'
import { signIn } from '../users/sign-in.ts'
import type { SignInAsInput, StoryErrorCode } from './model.ts'

/** Signs in as one of the demo's people, whose password is published: by that password, and beside the local Stripe only. */
export async function signInAs(
  origin: RequestOrigin,
  { person }: SignInAsInput,
): Promise<Result<StartedSession, StoryErrorCode>> {
  if (env().stripe.mode !== 'local') return fail('not_local')
  const found = Object.entries(DEMO_PEOPLE).find(([key]) => key === person)
  if (!found) return fail('nobody')
  const signedIn = await signIn(origin, { email: found[1].email, password: DEMO_PASSWORD })
  return signedIn.ok ? ok(signedIn.value) : fail('nobody')
}
