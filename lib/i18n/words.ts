import type { CompiledMessage } from 'icu-minify/format'
import format from 'icu-minify/format'
import { createElement, Fragment, type ReactNode } from 'react'
import { isCurrency } from '../currencies.ts'
import { formatMoney } from '../money.ts'
import type { MessageKey, RichValues, TextValues } from './messages.ts'
import type { Locale } from './model.ts'

/** Says messages in one language: `t('area.name', { argument })`. */
export type Words = {
  <Key extends MessageKey>(key: Key, ...given: TextValues<Key>): string
  /** With elements among the arguments, or mark-up in the text. */
  rich: <Key extends MessageKey>(key: Key, ...given: RichValues<Key>) => ReactNode
  /** For what `message()` has made, or a key alone, such as an error's; other text is given back as it is. */
  say: (text: string) => string
  locale: Locale
}

export type Compiled = Record<string, CompiledMessage>

type Values = Record<string, unknown>

const plurals = new Map<string, Intl.PluralRules>()
const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

function kept<Made>(made: Map<string, Made>, key: string, make: () => Made): Made {
  const found = made.get(key) ?? make()
  made.set(key, found)
  return found
}

/** Making a formatter of Intl costs far more than using it. */
const formatters = {
  getPluralRules: (locale?: Intl.LocalesArgument, options?: Intl.PluralRulesOptions) =>
    kept(plurals, `${locale}${options?.type}`, () => new Intl.PluralRules(locale, options)),
  getNumberFormat: (locale?: Intl.LocalesArgument, options?: Intl.NumberFormatOptions) =>
    kept(numbers, `${locale}${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options)),
  getDateTimeFormat: (locale?: Intl.LocalesArgument, options?: Intl.DateTimeFormatOptions) =>
    kept(dates, `${locale}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options)),
}

/** Stands in the text for an element until it is put in: no message has these characters. */
const MARK = /\uE000(\w+)\uE001/

function isElement(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !(value instanceof Date)
}

function filled(parts: unknown, elements: Values): ReactNode {
  const nodes = [parts].flat().flatMap(part => {
    if (typeof part !== 'string') return [part as ReactNode]
    return part.split(MARK).map((piece, index) => (index % 2 ? (elements[piece] as ReactNode) : piece))
  })
  return createElement(Fragment, null, ...nodes)
}

function richWords(message: CompiledMessage, locale: Locale, values: Values): ReactNode {
  const plain = Object.entries(values).map(([name, value]) => {
    if (typeof value === 'function') return [name, (words: unknown) => value(filled(words, values))]
    if (value === null || value === undefined || value === false) return [name, '']
    return [name, isElement(value) ? `\uE000${name}\uE001` : value]
  })
  return filled(format<ReactNode>(message, locale, Object.fromEntries(plain), { formatters }), values)
}

/** What an argument that travelled as text stands for; null where it is only text. */
export type Meaning = (value: string, say: Words['say']) => string | null

/** The arguments behind a key that travelled as text. */
function valuesOf(query: string, locale: Locale, meaning: (value: string) => string | null): Values {
  const read = [...new URLSearchParams(query)].map(([name, value]) => {
    const [, amount, currency] = /^money:(-?\d+):(\w+)$/.exec(value) ?? []
    if (amount && currency && isCurrency(currency)) {
      return [name, formatMoney({ amount: BigInt(amount), currency }, locale)]
    }
    return [name, meaning(value) ?? (/^\d+$/.test(value) ? Number(value) : value)]
  })
  return Object.fromEntries(read)
}

/** The words of one language from compiled messages. A message that is not there is a bug, and shown as its key. */
export function wordsOf(
  locale: Locale,
  find: (key: string) => CompiledMessage | undefined,
  meaning: Meaning = () => null,
): Words {
  const text = (key: string, values?: Values) =>
    String(format<string>(find(key) ?? key, locale, values as Record<string, string>, { formatters }))
  const say = (said: string): string => {
    const [key = '', query = ''] = said.split('?', 2)
    if (find(key) === undefined) return said
    const values = valuesOf(query, locale, value => meaning(value, say))
    return text(key, values)
  }
  return Object.assign((key: string, values?: Values) => text(key, values), {
    rich: (key: string, values?: Values) => richWords(find(key) ?? key, locale, values ?? {}),
    say,
    locale,
  })
}
