import compile from 'icu-minify/compile'
import type { CompiledMessage } from 'icu-minify/format'
import { de } from './messages/de.ts'
import { en } from './messages/en.ts'
import { pl } from './messages/pl.ts'
import { LOCALES, type Locale } from './model.ts'
import { type Compiled, type Meaning, type Words, wordsOf } from './words.ts'

export type Area = keyof typeof en

const CATALOGUES: Record<Locale, Record<Area, Record<string, string>>> = { en, pl, de }

/** Kept for the life of the process: a message is compiled when it is first said. */
const compiled: Record<Locale, Map<string, CompiledMessage>> = { en: new Map(), pl: new Map(), de: new Map() }

function find(locale: Locale, key: string): CompiledMessage | undefined {
  const known = compiled[locale].get(key)
  if (known !== undefined) return known
  const [area = '', name = ''] = key.split('.')
  if (!Object.hasOwn(CATALOGUES[locale], area)) return undefined
  const messages = CATALOGUES[locale][area as Area]
  const text = Object.hasOwn(messages, name) ? messages[name] : undefined
  if (text === undefined) return undefined
  // Plurals are compiled to objects without a prototype, which cannot be sent to an island.
  const made = structuredClone(compile(text))
  compiled[locale].set(key, made)
  return made
}

/** Countries and messages as arguments: said on the server alone, so that no browser has to load how. */
function meaningIn(locale: Locale): Meaning {
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  return (value, say) => {
    const [, country] = /^country:([A-Z]{2})$/.exec(value) ?? []
    if (country) return countries.of(country) ?? country
    const [, message] = /^message:(\w+\.\w+(\?.*)?)$/.exec(value) ?? []
    return message ? say(message) : null
  }
}

const WORDS = Object.fromEntries(
  LOCALES.map(locale => [locale, wordsOf(locale, key => find(locale, key), meaningIn(locale))]),
) as Record<Locale, Words>

/** The words of a language, with the whole catalogue. For the server: the browser gets `compiledAreas`. */
export function wordsIn(locale: Locale): Words {
  return WORDS[locale]
}

/** The messages of some areas, compiled, for the islands of a page. */
export function compiledAreas(locale: Locale, areas: readonly Area[]): Compiled {
  const keys = areas.flatMap(area => Object.keys(CATALOGUES[locale][area]).map(name => `${area}.${name}`))
  return Object.fromEntries(keys.map(key => [key, find(locale, key) ?? '']))
}
