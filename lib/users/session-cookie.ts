import { cookies } from 'next/headers'
import type { StartedSession } from './model.ts'
import { encodeSession, SESSION_COOKIE } from './session-token.ts'
import { SESSION_SECONDS_MAX } from './start-session.ts'

/** Gives the browser the cookie of a session that has just begun. Server actions and route handlers only. */
export async function setSessionCookie(session: StartedSession): Promise<void> {
  const jar = await cookies()
  jar.set(SESSION_COOKIE.name, await encodeSession(session), {
    ...SESSION_COOKIE.options,
    maxAge: SESSION_SECONDS_MAX,
  })
}

/** Takes the cookie away; a browser only drops a `__Host-` cookie when the attributes agree. */
export async function clearSessionCookie(): Promise<void> {
  const jar = await cookies()
  jar.set(SESSION_COOKIE.name, '', { ...SESSION_COOKIE.options, maxAge: 0 })
}
