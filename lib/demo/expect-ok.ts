import type { Result } from '../result.ts'
import type { RequestOrigin } from '../users/model.ts'

/** Where the people of the demo come from: an address that is reserved for documentation (RFC 5737). */
export const DEMO_ORIGIN: RequestOrigin = { ip: '203.0.113.10', userAgent: 'Holdfast demo' }

/** The value of a step that has to succeed for the demo to make sense; throws with the step's name otherwise. */
export function expectOk<T, E>(result: Result<T, E>, step: string): T {
  if (result.ok) return result.value
  throw new Error(`The demo could not ${step}: ${JSON.stringify(result.error)}`)
}
