import { badParameter } from './errors.ts'
import type { FormFields, FormValue } from './form.ts'
import type { Spec } from './params.ts'

/** Metadata as sent: '' for the whole or for a key means "remove". */
export const metadata: Spec<Record<string, string> | ''> = {
  read(value, path) {
    if (value === '') return ''
    const entries = Array.isArray(value) ? Object.entries(value) : Object.entries(hashOnly(value, path))
    const result: Record<string, string> = {}
    for (const [key, inner] of entries) {
      const param = `${path}[${key}]`
      if (typeof inner !== 'string') {
        throw badParameter(`Metadata values must be strings, but for key ${key} you passed in an object.`, {
          param,
        })
      }
      if (key.length > 40) {
        throw badParameter(`Metadata keys must be at most 40 characters; ${key} is ${key.length} long.`, {
          param,
        })
      }
      if (inner.length > 500) {
        const message = `Metadata values can have up to 500 characters, but you passed in a value that is ${inner.length} characters. Invalid value: ${inner.slice(0, 40)}…`
        throw badParameter(message, { param })
      }
      result[key] = inner
    }
    if (entries.length > 50) throw badParameter('Metadata can have at most 50 keys.', { param: path })
    return result
  },
}

/**
 * Merges metadata as Stripe does: keys add up, '' removes a key, '' as a whole removes all of them.
 */
export function mergeMetadata(
  current: Record<string, string>,
  sent: Record<string, string> | '' | undefined,
): Record<string, string> {
  if (sent === undefined) return current
  if (sent === '') return {}
  const merged = { ...current }
  for (const [key, value] of Object.entries(sent)) {
    if (value === '') delete merged[key]
    else merged[key] = value
  }
  return merged
}

function hashOnly(value: FormValue, path: string): FormFields {
  if (typeof value === 'string' || Array.isArray(value)) throw badParameter('Invalid object', { param: path })
  return value
}
