import { describe, expect, it } from 'vitest'
import { wordsIn } from '../../lib/i18n/catalogue.ts'
import { message } from '../../lib/i18n/message.ts'
import { de } from '../../lib/i18n/messages/de.ts'
import { en } from '../../lib/i18n/messages/en.ts'
import { pl } from '../../lib/i18n/messages/pl.ts'
import { acceptedLocale, type Locale } from '../../lib/i18n/model.ts'
import { shapeOf } from './message-shape.ts'

type Catalogue = Record<string, Record<string, string>>
const TRANSLATED: [Locale, Catalogue][] = [
  ['pl', pl],
  ['de', de],
]

/** Every message as `area.name` and its text. */
function messagesOf(catalogue: Catalogue): Record<string, string> {
  const all = Object.entries(catalogue).flatMap(([area, messages]) =>
    Object.entries(messages).map(([name, text]) => [`${area}.${name}`, text]),
  )
  return Object.fromEntries(all)
}

/** The categories that whole numbers have in a language. */
function categories(locale: Locale): string[] {
  return [...new Intl.PluralRules(locale).resolvedOptions().pluralCategories].sort()
}

function withoutExact(plural: string[]): string[] {
  return plural.filter(category => !category.startsWith('=')).sort()
}

const english = messagesOf(en)

describe.each(TRANSLATED)('the catalogue in %s', (locale, catalogue) => {
  const translated = messagesOf(catalogue)

  it('has every message of the English one and no other, none of them empty', () => {
    expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort())
    expect(Object.entries(translated).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('takes the same arguments and tags, and knows every plural form of the language', () => {
    const wrong = Object.entries(translated).flatMap(([key, text]) => {
      const theirs = shapeOf(text)
      const ours = shapeOf(english[key] ?? '')
      const same = theirs.arguments.join() === ours.arguments.join()
      const whole = theirs.plurals.every(plural => withoutExact(plural).join() === categories(locale).join())
      return same && whole ? [] : [`${key}: ${text} (English: ${english[key]})`]
    })
    expect(wrong).toEqual([])
  })

  it('begins and ends like the English one, so that sentences go on where ours do', () => {
    const marks = (text: string) =>
      [/^\s/.test(text), /\s$/.test(text), /…$/.test(text), /:$/.test(text)].join()
    const wrong = Object.entries(translated).filter(
      ([key, text]) => marks(text) !== marks(english[key] ?? ''),
    )
    expect(wrong).toEqual([])
  })
})

describe('how a message is said', () => {
  it('fills arguments in by the language, also where the message travelled as text', () => {
    expect(wordsIn('en')('actions.unexpected', { reference: 'abc' })).toContain('Reference: abc')
    expect(wordsIn('de').say(message('actions.unexpected', { reference: 'a&b=c' }))).toContain(
      'Referenz: a&b=c',
    )
    expect(wordsIn('pl').say('Not a message? Then it stays.')).toBe('Not a message? Then it stays.')
  })

  it('goes by the weights of Accept-Language', () => {
    expect(acceptedLocale('fr-CH, fr;q=0.9, en;q=0.8, de;q=0.95, *;q=0.5')).toBe('de')
    expect(acceptedLocale('pl-PL,pl;q=0')).toBe('pl')
    expect(acceptedLocale('en;q=0, fr')).toBeNull()
    expect(acceptedLocale(null)).toBeNull()
  })
})
