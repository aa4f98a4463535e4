import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { type CurrentSession, currentSession } from '../users/current-actor.ts'
import { wordsIn } from './catalogue.ts'
import { acceptedLocale, isLocale, LANGUAGE_COOKIE, type Locale, SOURCE_LOCALE } from './model.ts'
import type { Words } from './words.ts'

/** The signed-in person's language, else what was chosen in this browser, else what it asks for. */
async function localeFor(session: CurrentSession | null): Promise<Locale> {
  if (session?.language) return session.language
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value
  if (isLocale(chosen)) return chosen
  return acceptedLocale((await headers()).get('accept-language')) ?? SOURCE_LOCALE
}

/** The language of the current request. */
export const requestLocale = cache(async (): Promise<Locale> => localeFor(await currentSession()))

/** The words for whoever has sent the request, whose session is known already. */
export async function getWordsFor(session: CurrentSession | null): Promise<Words> {
  return wordsIn(await localeFor(session))
}

/** The words of the current request's language: for pages, route handlers and actions. Components call `useWords`. */
export async function getWords(): Promise<Words> {
  return wordsIn(await requestLocale())
}
