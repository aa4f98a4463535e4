import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { env } from '../env.ts'
import { CHALLENGE_SECONDS } from './begin-sign-in.ts'
import { SESSION_COOKIE } from './session-token.ts'

const NAME = '__Host-holdfast.sign-in'
const { options } = SESSION_COOKIE

/** Gives the browser the cookie that names its half-done sign-in: encrypted, and of no use as a session. */
export async function setChallengeCookie(challengeId: string): Promise<void> {
  const secret = env().NEXTAUTH_SECRET
  const value = await encode({ token: { challenge: challengeId }, secret, maxAge: CHALLENGE_SECONDS })
  const jar = await cookies()
  jar.set(NAME, value, { ...options, maxAge: CHALLENGE_SECONDS })
}

export async function clearChallengeCookie(): Promise<void> {
  const jar = await cookies()
  jar.set(NAME, '', { ...options, maxAge: 0 })
}

/** The half-done sign-in that the request's cookie names; empty for none, and for any that we did not issue. */
export async function readChallengeCookie(): Promise<string> {
  const value = (await cookies()).get(NAME)?.value
  try {
    const token = value ? await decode({ token: value, secret: env().NEXTAUTH_SECRET }) : null
    return typeof token?.challenge === 'string' ? token.challenge : ''
  } catch {
    return ''
  }
}
