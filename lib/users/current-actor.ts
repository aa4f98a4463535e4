import { cookies } from 'next/headers'
import { cache } from 'react'
import type { Locale } from '../i18n/model.ts'
import type { Actor } from './model.ts'
import { readSession } from './read-session.ts'
import { requestOrigin } from './request-origin.ts'
import { decodeSession, SESSION_COOKIE } from './session-token.ts'

type CurrentSession = { sessionId: string; actor: Actor; language: Locale | null }

/** The session behind the request's cookie; null when there is none that counts. Read once for each request. */
export const currentSession = cache(async (): Promise<CurrentSession | null> => {
  const sessionId = await decodeSession((await cookies()).get(SESSION_COOKIE.name)?.value)
  if (!sessionId) return null
  const person = await readSession(sessionId)
  if (!person) return null
  const { language, ...known } = person
  return { sessionId, actor: { ...known, sessionId, origin: await requestOrigin() }, language }
})

/** The authenticated caller of this request; null when nobody is signed in. */
export async function currentActor(): Promise<Actor | null> {
  return (await currentSession())?.actor ?? null
}
