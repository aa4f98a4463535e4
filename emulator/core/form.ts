import { badParameter } from './errors.ts'

/** A decoded form: strings at the leaves, because a form has nothing else. */
export type FormValue = string | FormValue[] | FormFields
export interface FormFields {
  [name: string]: FormValue
}

const DEPTH_MAX = 12
const WELL_FORMED = /^[^[\]]+(?:\[[^[\]]*\])+$/

/**
 * Decodes `a[b][0]=x&a[c]=y&d[]=z` into nested objects and arrays.
 * @throws StripeError 400 for names that are not well formed.
 */
export function decodeForm(text: string): FormFields {
  const root = fields()
  let hasLists = false
  // As everywhere in the web, a question mark in front is not part of the first name.
  for (const pair of (text.startsWith('?') ? text.slice(1) : text).split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const path = pathOf(equals < 0 ? pair : pair.slice(0, equals))
    const value = equals < 0 ? '' : decoded(pair.slice(equals + 1))
    if (value.includes('\0'))
      throw badParameter('Invalid string: it contains a null character', { param: path.name })
    assign(root, path.steps, value)
    hasLists ||= path.hasNumbers
  }
  return hasLists ? (listsOf(root) as FormFields) : root
}

/** What a part of a form says; most of them say what they are. */
function decoded(part: string): string {
  if (!part.includes('%') && !part.includes('+')) return part
  return new URLSearchParams(`of=${part}`).get('of') ?? ''
}

/** An object without a prototype: no name that a client sends can reach one. */
function fields(): FormFields {
  return Object.create(null) as FormFields
}

/** Where a value belongs. */
interface Path {
  name: string
  steps: string[]
  /** One of the steps is a place in an array, perhaps. */
  hasNumbers: boolean
}

const PATHS_MAX = 2000
/** The paths of names that were sent before, as they were sent: clients send few, again and again. */
const paths = new Map<string, Path>()

function pathOf(sent: string): Path {
  const known = paths.get(sent)
  if (known) return known
  const name = decoded(sent)
  const steps = parsePath(name)
  const path = { name, steps, hasNumbers: steps.some(step => /^\d*$/.test(step)) }
  if (paths.size < PATHS_MAX) paths.set(sent, path)
  return path
}

/** `a[b][0]` -> `['a', 'b', '0']`; an empty bracket is kept as ''. */
function parsePath(name: string): string[] {
  const bracket = name.indexOf('[')
  // A name whose brackets do not match is nobody's parameter, and is refused as unknown.
  if (bracket <= 0 || !WELL_FORMED.test(name)) return [name]
  const keys = [name.slice(0, bracket)]
  for (const match of name.slice(bracket).matchAll(/\[([^[\]]*)\]/g)) keys.push(match[1] ?? '')
  if (keys.length > DEPTH_MAX) throw badParameter(`Parameter nested too deeply: ${name}`, { param: name })
  return keys
}

function assign(root: FormFields, steps: string[], value: string): void {
  let place = root
  for (let depth = 0; depth < steps.length; depth++) {
    const step = steps[depth] ?? ''
    // `a[]=x&a[]=y` means the next free position.
    const key = step === '' && depth > 0 ? String(Object.keys(place).length) : step
    if (depth === steps.length - 1) {
      place[key] = value
      return
    }
    const inner = place[key]
    const next = typeof inner === 'object' && !Array.isArray(inner) ? inner : fields()
    place[key] = next
    place = next
  }
}

/** Objects whose names are 0, 1, 2 … become arrays. */
function listsOf(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value
  const names = Object.keys(value)
  for (const name of names) {
    const inner = value[name]
    if (typeof inner === 'object') value[name] = listsOf(inner)
  }
  const isList = names.length > 0 && names.every(name => /^\d+$/.test(name))
  return isList ? names.map(name => value[name] ?? '') : value
}
