/** The languages of Holdfast; the first is the source, and what is spoken where nothing else is known. */
export const LOCALES = ['en', 'pl', 'de'] as const
export type Locale = (typeof LOCALES)[number]
export const SOURCE_LOCALE: Locale = LOCALES[0]

/** Each language by the name that its speakers give it: the one thing on a page that is never translated. */
export const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English', pl: 'Polski', de: 'Deutsch' }

/** Holds what was chosen while nobody was signed in. */
export const LANGUAGE_COOKIE = 'language'

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some(locale => locale === value)
}

/**
 * The first of our languages that an Accept-Language header asks for, by its weights (RFC 9110 12.5.4); null for none.
 * `de-AT` counts as `de`, and a weight of 0 is a refusal.
 */
export function acceptedLocale(header: string | null): Locale | null {
  const wanted = (header ?? '')
    .slice(0, 1000)
    .split(',')
    .map(range => {
      const [tag = '', ...parameters] = range.split(';').map(part => part.trim())
      const q = parameters.find(parameter => parameter.startsWith('q='))
      const weight = q === undefined ? 1 : Number(q.slice(2))
      return { language: tag.toLowerCase().split('-')[0], weight: Number.isFinite(weight) ? weight : 0 }
    })
  const best = wanted
    .filter(({ language, weight }) => weight > 0 && isLocale(language))
    .sort((one, other) => other.weight - one.weight)[0]?.language
  return isLocale(best) ? best : null
}
