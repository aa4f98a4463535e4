import { decode, encode } from 'next-auth/jwt'
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

/** The row that a cookie names; null for anything that we did not issue or that is too old. */
export async function decodeSession(value: string | undefined): Promise<string | null> {
  if (!value) return null
  try {
    const token = await decode({ token: value, secret: env().NEXTAUTH_SECRET })
    return typeof token?.sid === 'string' ? token.sid : null
  } catch {
    return null
  }
}
