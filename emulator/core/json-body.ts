import { badParameter } from './errors.ts'
import type { FormFields, FormValue } from './form.ts'

const DEPTH_MAX = 12

/** Whether an address belongs to the second version of the API, which is spoken in JSON. */
export const isSecondVersion = (pathname: string): boolean => pathname.startsWith('/v2/')

/**
 * A body of JSON as a form would have said it: strings at the leaves, and '' for null, which clears.
 * @throws StripeError 400 for what is no object of JSON.
 */
export function fieldsOfJson(text: string): FormFields {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw badParameter('The request body is not valid JSON.', {})
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badParameter('The request body must be a JSON object.', {})
  return asForm(value, 0) as FormFields
}

function asForm(value: unknown, depth: number): FormValue {
  if (depth > DEPTH_MAX) throw badParameter('Parameter nested too deeply', {})
  if (value === null) return ''
  if (typeof value !== 'object') {
    const text = String(value)
    if (text.includes('\0')) throw badParameter('Invalid string: it contains a null character', {})
    return text
  }
  if (Array.isArray(value)) return value.map(item => asForm(item, depth + 1))
  const fields = Object.create(null) as FormFields
  for (const [name, inner] of Object.entries(value)) fields[name] = asForm(inner, depth + 1)
  return fields
}
