import { fail, ok, type Result } from '../result.ts'
import { beginSignIn } from './begin-sign-in.ts'
import type { RequestOrigin, SignInErrorCode, SignInInput, StartedSession } from './model.ts'

/** Signs a person in by a password alone: refused to who has a second factor, who has to use the form. */
export async function signIn(
  origin: RequestOrigin,
  input: Pick<SignInInput, 'email' | 'password'>,
): Promise<Result<StartedSession, SignInErrorCode>> {
  const begun = await beginSignIn(origin, input)
  if (!begun.ok) return begun
  return 'session' in begun.value ? ok(begun.value.session) : fail('second_factor_needed')
}
