import { cookies } from 'next/headers'
import { cache } from 'react'
import type { Actor } from './model.ts'
import { readSession } from './read-session.ts'
import { requestOrigin } from './request-origin.ts'
import { decodeSession, SESSION_COOKIE } from './session-token.ts'

/** The session behind the request's cookie; null when there is none that counts. Read once for each request. */
export const currentSession = cache(async (): Promise<{ sessionId: string; actor: Actor } | null> => {
  const sessionId = await decodeSession((await cookies()).get(SESSION_COOKIE.name)?.value)
  if (!sessionId) return null
  const person = await readSession(sessionId)
  return person && { sessionId, actor: { ...person, sessionId, origin: await requestOrigin() } }
})

/** The authenticated caller of this request; null when nobody is signed in. */
export async function currentActor(): Promise<Actor | null> {
  return (await currentSession())?.actor ?? null
}
