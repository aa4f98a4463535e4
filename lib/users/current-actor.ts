import { cookies } from 'next/headers'
import { cache } from 'react'
import { env } from '../env.ts'
import type { Locale } from '../i18n/model.ts'
import { canDeliverMail } from '../mail/deliver-mail.ts'
import { isHeldBack } from '../second-factor/model.ts'
import type { Actor } from './model.ts'
import { readSession } from './read-session.ts'
import { requestOrigin } from './request-origin.ts'
import { decodeSession, SESSION_COOKIE } from './session-token.ts'

type CurrentSession = {
  sessionId: string
  actor: Actor
  language: Locale | null
  /** A name of the IANA database; empty where they have chosen none. */
  timeZone: string
  /** A second factor has to be set up before anything but the own account may be seen or done. */
  isHeldBack: boolean
  /** The address is shown to be theirs, or cannot be: no mail can be sent here. */
  isVerified: boolean
}

/** The session behind the request's cookie; null when there is none that counts. Read once for each request. */
export const currentSession = cache(async (): Promise<CurrentSession | null> => {
  const sessionId = await decodeSession((await cookies()).get(SESSION_COOKIE.name)?.value)
  if (!sessionId) return null
  const person = await readSession(sessionId)
  if (!person) return null
  const { language, timeZone, hasSecondFactor: _, isVerified, ...known } = person
  const actor = { ...known, sessionId, origin: await requestOrigin() }
  const standing = {
    isHeldBack: isHeldBack(person, env().stripe),
    isVerified: isVerified || !canDeliverMail(),
  }
  return { sessionId, actor, language, timeZone, ...standing }
})

/** The authenticated caller of this request; null when nobody is signed in, or only for what is their own account's. */
export async function currentActor(): Promise<Actor | null> {
  const session = await currentSession()
  return session && !session.isHeldBack ? session.actor : null
}

/** Whoever is signed in, for the pages and actions of their own account alone. */
export async function currentPerson(): Promise<Actor | null> {
  return (await currentSession())?.actor ?? null
}
