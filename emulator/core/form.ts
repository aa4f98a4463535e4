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
  for (const [name, value] of new URLSearchParams(text)) {
    if (value.includes('\0'))
      throw badParameter('Invalid string: it contains a null character', { param: name })
    assign(root, pathOf(name), value)
  }
  return listsOf(root) as FormFields
}

/** An object without a prototype: no name that a client sends can reach one. */
function fields(): FormFields {
  return Object.create(null) as FormFields
}

const PATHS_MAX = 2000
/** The paths of names that were sent before: clients send few, again and again. */
const paths = new Map<string, string[]>()

function pathOf(name: string): string[] {
  const known = paths.get(name)
  if (known) return known
  const path = parsePath(name)
  if (paths.size < PATHS_MAX) paths.set(name, path)
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

function assign(root: FormFields, path: string[], value: string) {
  let place = root
  path.forEach((step, depth) => {
    // `a[]=x&a[]=y` means the next free position.
    const key = step === '' && depth > 0 ? String(Object.keys(place).length) : step
    if (depth === path.length - 1) {
      place[key] = value
      return
    }
    const inner = place[key]
    const next = typeof inner === 'object' && !Array.isArray(inner) ? inner : fields()
    place[key] = next
    place = next
  })
}

/** Objects whose names are 0, 1, 2 … become arrays. */
function listsOf(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value
  const entries = Object.entries(value)
  if (entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name))) {
    return entries.map(([, inner]) => listsOf(inner))
  }
  const object = fields()
  for (const [name, inner] of entries) object[name] = listsOf(inner)
  return object
}
