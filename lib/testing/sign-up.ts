import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import type { Actor } from '../users/model.ts'
import { signUp } from '../users/sign-up.ts'

let count = 0

/** Somebody who has signed up from a network of their own. */
export type NewPerson = { email: string; password: string; actor: Actor & { sessionId: string } }

/** Signs an employer up, and nothing more: no Stripe is needed. */
export async function aPerson(): Promise<NewPerson> {
  count += 1
  const origin = { ip: `203.0.113.${count}`, userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' }
  const email = `person${count}@example.com`
  const password = 'correct zebra 77 lamp'
  const form = { requestKey: newRequestKey(), displayName: 'Ada Lovelace', email, password, country: '' }
  const { userId, sessionId } = expectOk(await signUp(origin, { ...form, role: 'EMPLOYER' }), 'sign up')
  return { email, password, actor: { userId, sessionId, role: 'EMPLOYER', origin } }
}
