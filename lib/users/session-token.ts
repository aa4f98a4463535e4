import { decode, encode } from 'next-auth/jwt'
import { now } from '../clock.ts'
import { env } from '../env.ts'
import type { StartedSession } from './model.ts'
import { SESSION_SECONDS_MAX } from './start-session.ts'

/**
 * `__Host-`: only this host, only over a secure connection (browsers count http://localhost as one), only for the path `/`,
 * so no other host and no plain connection can plant one.
 */
export const SESSION_COOKIE = {
  name: '__Host-holdfast.session',
  options: { httpOnly: true, secure: true, sameSite: 'lax', path: '/' },
} as const

/** The cookie's value in next-auth's own form, an encrypted JWT: it only names the session's row. */
export function encodeSession(session: StartedSession): Promise<string> {
  return encode({
    token: { sub: session.userId, sid: session.sessionId },
    secret: env().NEXTAUTH_SECRET,
    maxAge: SESSION_SECONDS_MAX,
  })
}

type Named = { sessionId: string; untilMs: number }

const REMEMBERED_MAX = 1000
/** What cookies named that were opened before: opening one takes longer than reading the row that it names. */
const remembered = new Map<string, Named>()

function remember(value: string, named: Named): void {
  const [oldest] = remembered.keys()
  if (remembered.size >= REMEMBERED_MAX && oldest !== undefined) remembered.delete(oldest)
  remembered.set(value, named)
}

/** The row that a cookie names; null for anything that we did not issue or that is too old. */
export async function decodeSession(value: string | undefined): Promise<string | null> {
  if (!value) return null
  const known = remembered.get(value)
  if (known && now().getTime() < known.untilMs) return known.sessionId
  try {
    const token = await decode({ token: value, secret: env().NEXTAUTH_SECRET })
    if (typeof token?.sid !== 'string') return null
    if (typeof token.exp === 'number') remember(value, { sessionId: token.sid, untilMs: token.exp * 1000 })
    return token.sid
  } catch {
    return null
  }
}
