import { wordsIn } from '../i18n/catalogue.ts'
import type { Locale } from '../i18n/model.ts'

/** A copy of plain data in which every message is said, in English or another language; what is no message stays. */
export function inWords<Value>(value: Value, locale: Locale = 'en'): Value {
  if (typeof value === 'string') return wordsIn(locale).say(value) as Value
  if (Array.isArray(value)) return value.map(one => inWords(one, locale)) as Value
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inWords(one, locale)])) as Value
}
