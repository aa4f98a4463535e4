import { cache } from 'react'
import { type CurrentSession, currentSession } from '../users/current-actor.ts'
import { currentHead, type RequestHead } from '../users/request-head.ts'
import { wordsIn } from './catalogue.ts'
import { acceptedLocale, isLocale, LANGUAGE_COOKIE, type Locale, SOURCE_LOCALE } from './model.ts'
import type { Words } from './words.ts'

/** The signed-in person's language, else what was chosen in this browser, else what it asks for. */
function localeFor(session: CurrentSession | null, { cookies, headers }: RequestHead): Locale {
  if (session?.language) return session.language
  const chosen = cookies.get(LANGUAGE_COOKIE)?.value
  if (isLocale(chosen)) return chosen
  return acceptedLocale(headers.get('accept-language')) ?? SOURCE_LOCALE
}

/** The language of the current request. */
export const requestLocale = cache(
  async (): Promise<Locale> => localeFor(await currentSession(), await currentHead()),
)

/** The words for whoever has sent a request, whose session is known already. */
export function wordsFor(session: CurrentSession | null, head: RequestHead): Words {
  return wordsIn(localeFor(session, head))
}

/** The words of the current request's language: for pages, route handlers and actions. Components call `useWords`. */
export async function getWords(): Promise<Words> {
  return wordsIn(await requestLocale())
}
