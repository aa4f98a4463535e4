import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { currentSession } from '../users/current-actor.ts'
import { wordsIn } from './catalogue.ts'
import { acceptedLocale, isLocale, LANGUAGE_COOKIE, type Locale, SOURCE_LOCALE } from './model.ts'
import type { Words } from './words.ts'

/** The language of the current request: the signed-in person's, else what was chosen in this browser, else what it asks for. */
export const requestLocale = cache(async (): Promise<Locale> => {
  const language = (await currentSession())?.language
  if (language) return language
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value
  if (isLocale(chosen)) return chosen
  return acceptedLocale((await headers()).get('accept-language')) ?? SOURCE_LOCALE
})

/** The words of the current request's language: for pages, route handlers and actions. Components call `useWords`. */
export async function getWords(): Promise<Words> {
  return wordsIn(await requestLocale())
}
