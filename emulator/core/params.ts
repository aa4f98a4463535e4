import { badParameter } from './errors.ts'
import type { FormFields, FormValue } from './form.ts'
import { sentenceList } from './sentence-list.ts'

/** Reads one parameter; `path` is its name as Stripe prints it: `transfer_data[amount]`. */
export interface Spec<T> {
  read(value: FormValue, path: string): T
  required?: boolean
  /** The parameters inside, of a nested object or of each item of an array. */
  inner?: Fields | undefined
}
/** A parameter without which the request is refused. */
export interface RequiredSpec<T> extends Spec<T> {
  required: true
}
// biome-ignore lint/suspicious/noExplicitAny: a table of parameters mixes their types; `Params` recovers each.
export type Fields = Record<string, Spec<any>>

/** The parsed parameters of a table: what is not required may be missing. */
export type Params<F extends Fields> = {
  [Name in keyof F]: F[Name] extends RequiredSpec<infer T>
    ? T
    : F[Name] extends Spec<infer T>
      ? T | undefined
      : never
}

/** Makes a parameter required. */
export function required<T>(spec: Spec<T>): RequiredSpec<T> {
  return { ...spec, required: true }
}

/** A parameter that '' clears: reads as null then. */
export function emptyable<T>(spec: Spec<T>): Spec<T | null> {
  return { inner: spec.inner, read: (value, path) => (value === '' ? null : spec.read(value, path)) }
}

export const text: Spec<string> = {
  read(value, path) {
    if (typeof value !== 'string') throw badParameter('Invalid string: it must be a string', { param: path })
    refuseLonger(value, 5000, path)
    return value
  },
}

/** Text that is there. */
export const notEmpty: Spec<string> = {
  read(value, path) {
    refuseEmpty(value, path)
    return text.read(value, path)
  },
}

/** Text of at most so many characters. */
export function textUpTo(most: number): Spec<string> {
  return {
    read(value, path) {
      const read = text.read(value, path)
      refuseLonger(read, most, path)
      return read
    },
  }
}

/** Text of which '' means "clear it": null. */
export const clearableText: Spec<string | null> = emptyable(text)

export const integer: Spec<number> = {
  read(value, path) {
    refuseEmpty(value, path)
    if (typeof value !== 'string' || !/^[+-]?\d{1,15}$/.test(value.trim())) {
      const shown = typeof value === 'string' ? value : '{}'
      throw badParameter(`Invalid integer: ${shown}`, { code: 'parameter_invalid_integer', param: path })
    }
    return Number(value)
  },
}

export const decimal: Spec<number> = {
  read(value, path) {
    refuseEmpty(value, path)
    const parsed = typeof value === 'string' ? Number(value) : Number.NaN
    if (!Number.isFinite(parsed)) throw badParameter(`Invalid decimal: ${String(value)}`, { param: path })
    return parsed
  },
}

export const boolean: Spec<boolean> = {
  read(value, path) {
    refuseEmpty(value, path)
    // Python writes its own words: `True`.
    const word = String(value).toLowerCase()
    if (word === 'true' || word === '1') return true
    if (word === 'false' || word === '0') return false
    throw badParameter(`Invalid boolean: ${String(value)}`, { param: path })
  },
}

/** Exactly one of the given words. */
export function oneOf<const T extends string>(...words: T[]): Spec<T> {
  return {
    read(value, path) {
      refuseEmpty(value, path)
      const word = words.find(candidate => candidate === value)
      if (word !== undefined) return word
      throw badParameter(`Invalid ${path}: must be one of ${sentenceList(words)}`, { param: path })
    },
  }
}

/** A nested object with its own table of parameters. */
export function hash<F extends Fields>(table: F): Spec<Params<F>> {
  return {
    inner: table,
    read(value, path) {
      if (typeof value === 'string' || Array.isArray(value)) {
        throw badParameter('Invalid object', { param: path })
      }
      return readParams(table, value, path)
    },
  }
}

/** An array. '' is the empty one, as Stripe's clients send it. */
export function list<T>(item: Spec<T>): Spec<T[]> {
  return {
    inner: item.inner,
    read(value, path) {
      if (value === '') return []
      if (!Array.isArray(value)) throw badParameter('Invalid array', { param: path })
      return value.map((inner, index) => item.read(inner, `${path}[${index}]`))
    },
  }
}

/** Accepted and looked at by nobody: options of Stripe that change nothing here. */
export const ignored: Spec<FormValue> = { read: value => value }

/**
 * Reads a whole table of parameters.
 * @throws StripeError 400 `parameter_unknown`, `parameter_missing`, `parameter_invalid_…`.
 */
export function readParams<F extends Fields>(table: F, sent: FormFields, prefix = ''): Params<F> {
  const nameOf = (key: string) => (prefix ? `${prefix}[${key}]` : key)
  const unknown = Object.keys(sent)
    .filter(key => !Object.hasOwn(table, key))
    .map(nameOf)
  if (unknown.length > 0) {
    const noun = unknown.length === 1 ? 'parameter' : 'parameters'
    throw badParameter(`Received unknown ${noun}: ${unknown.join(', ')}`, {
      code: 'parameter_unknown',
      param: unknown[0] ?? '',
    })
  }
  const result: Record<string, unknown> = {}
  for (const [key, spec] of entriesOf(table)) {
    const value = sent[key]
    if (value !== undefined) result[key] = spec.read(value, nameOf(key))
    else if (spec.required) {
      const param = nameOf(key)
      throw badParameter(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
    }
  }
  return result as Params<F>
}

/** A table's rows, made once: tables never change. */
const entries = new WeakMap<Fields, [string, Fields[string]][]>()

function entriesOf(table: Fields): [string, Fields[string]][] {
  const known = entries.get(table)
  if (known) return known
  const made = Object.entries(table)
  entries.set(table, made)
  return made
}

/** Stripe shows the two ends of what is too long. */
function refuseLonger(value: string, most: number, path: string) {
  if (value.length <= most) return
  const shown = `${value.slice(0, 4)}...${value.slice(-4)}`
  throw badParameter(`Invalid string: ${shown}; must be at most ${most} characters`, { param: path })
}

function refuseEmpty(value: FormValue, path: string) {
  if (value !== '') return
  throw badParameter(
    `You passed an empty string for '${path}'. We assume empty values are an attempt to unset a parameter; however '${path}' cannot be unset. You should remove '${path}' from your request or supply a non-empty value.`,
    { code: 'parameter_invalid_empty', param: path },
  )
}
