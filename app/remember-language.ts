import { cookies } from 'next/headers'
import { LANGUAGE_COOKIE, type Locale } from '#lib/i18n/model.ts'

const YEAR_SECONDS = 365 * 24 * 3600

/** Keeps a language in this browser, for when nobody is signed in. */
export async function rememberLanguage(language: Locale): Promise<void> {
  const jar = await cookies()
  jar.set(LANGUAGE_COOKIE, language, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: YEAR_SECONDS })
}
