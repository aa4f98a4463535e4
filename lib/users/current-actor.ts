import { cache } from 'react'
import { env } from '../env.ts'
import type { Locale } from '../i18n/model.ts'
import { canDeliverMail } from '../mail/deliver-mail.ts'
import { isHeldBack } from '../second-factor/model.ts'
import type { Actor } from './model.ts'
import { readSession } from './read-session.ts'
import { currentHead, type RequestHead } from './request-head.ts'
import { originOf } from './request-origin.ts'
import { decodeSession, SESSION_COOKIE } from './session-token.ts'

export type CurrentSession = {
  sessionId: string
  /** Whose pages these are: whoever has signed in, or whom they look at as an admin. */
  actor: Actor
  /** The admin who only looks, and until when; null for everybody who is themselves. */
  viewing: { by: Actor; until: Date } | null
  language: Locale | null
  /** A name of the IANA database; empty where they have chosen none. */
  timeZone: string
  /** A second factor has to be set up before anything but the own account may be seen or done. */
  isHeldBack: boolean
  /** The address is shown to be theirs, or cannot be: no mail can be sent here. */
  isVerified: boolean
}

/** The session behind a request's cookie; null when there is none that counts. */
export async function sessionOf(head: RequestHead): Promise<CurrentSession | null> {
  const sessionId = await decodeSession(head.cookies.get(SESSION_COOKIE.name)?.value)
  if (!sessionId) return null
  const person = await readSession(sessionId)
  if (!person) return null
  const { userId, role, adminRole, language, isVerified, viewed } = person
  const known = { sessionId, origin: originOf(head) }
  const owner = { ...known, userId, role, adminRole }
  const shown = viewed
    ? {
        actor: { ...known, userId: viewed.userId, role: viewed.role },
        viewing: { by: owner, until: viewed.until },
      }
    : { actor: owner, viewing: null }
  const { timeZone } = viewed ?? person
  const standing = {
    isHeldBack: isHeldBack(person, env().stripe),
    isVerified: isVerified || !canDeliverMail(),
  }
  return { sessionId, ...shown, language, timeZone, ...standing }
}

/**
 * `sessionOf` the current request. Read once for each page that is drawn; in actions and route handlers React keeps nothing, so
 * whoever needs more of it there reads it once and hands it on.
 */
export const currentSession = cache(async () => sessionOf(await currentHead()))

/** Whose pages and files a session may see; null when nobody is signed in, or only for what is their own account's. */
const viewerOf = (session: CurrentSession | null): Actor | null =>
  session && !session.isHeldBack ? session.actor : null

/** Who may do something by a session: nobody while an admin only looks at somebody's pages. */
export const actorOf = (session: CurrentSession | null): Actor | null =>
  session?.viewing ? null : viewerOf(session)

/** Whoever is signed in as themselves, for the pages and actions of their own account alone. */
export const personOf = (session: CurrentSession | null): Actor | null =>
  session && !session.viewing ? session.actor : null

/** `viewerOf` the request's session. */
export const currentViewer = async (): Promise<Actor | null> => viewerOf(await currentSession())

/** `actorOf` the request's session: the authenticated caller. */
export const currentActor = async (): Promise<Actor | null> => actorOf(await currentSession())

/** `personOf` the request's session. */
export const currentPerson = async (): Promise<Actor | null> => personOf(await currentSession())
