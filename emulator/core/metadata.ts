import { badParameter } from './errors.ts'
import type { FormFields, FormValue } from './form.ts'
import type { Spec } from './params.ts'

const KEYS_MAX = 50

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
        const message = `Metadata keys can have up to 40 characters, but you passed in a key that is ${key.length} characters. Invalid key: ${key}`
        throw badParameter(message, { param })
      }
      if (inner.length > 500) {
        const message = `Metadata values can have up to 500 characters, but you passed in a value that is ${inner.length} characters. Invalid value: ${inner}`
        throw badParameter(message, { param })
      }
      result[key] = inner
    }
    refuseTooMany(result)
    return result
  },
}

/**
 * Merges metadata as Stripe does: keys add up, '' removes a key, '' as a whole removes all of them.
 * @throws StripeError 400 for more than fifty keys.
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
  refuseTooMany(merged)
  return merged
}

function refuseTooMany(all: Record<string, string>) {
  const set = Object.values(all).filter(value => value !== '').length
  if (set > KEYS_MAX)
    throw badParameter(`Metadata can have up to ${KEYS_MAX} keys, but you've set ${set}.`, {
      param: 'metadata',
    })
}

function hashOnly(value: FormValue, path: string): FormFields {
  if (typeof value === 'string' || Array.isArray(value)) throw badParameter('Invalid object', { param: path })
  return value
}
