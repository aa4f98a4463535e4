import type { IncomingHttpHeaders } from 'node:http'
import { badParameter } from './errors.ts'
import { decodeForm, type FormFields } from './form.ts'
import { fieldsOfJson, isSecondVersion } from './json-body.ts'
import { API_VERSION } from './version.ts'

/** A request as it came over HTTP, its body read. */
export interface Incoming {
  method: string
  url: URL
  headers: IncomingHttpHeaders
  body: Buffer
  ip: string
}

/** What the client sent, from the query and from a body: a form, or JSON for the second version; a multipart body is left to its handler. */
export function sentFields(incoming: Incoming): FormFields {
  const query = incoming.url.search.slice(1)
  const isForm = incoming.body.length > 0 && !contentTypeOf(incoming).startsWith('multipart/')
  if (!isForm) return decodeForm(query)
  const body = incoming.body.toString('utf8')
  if (isSecondVersion(incoming.url.pathname)) return { ...decodeForm(query), ...fieldsOfJson(body) }
  return decodeForm(query === '' ? body : `${query}&${body}`)
}

/** As `sentFields`, or null for what cannot be read. */
export function readableFields(incoming: Incoming): FormFields | null {
  try {
    return sentFields(incoming)
  } catch {
    return null
  }
}

/** The first version of the API reads forms only. @throws StripeError 400 for a body of JSON. */
export function refuseJson(incoming: Incoming): void {
  if (
    isSecondVersion(incoming.url.pathname) ||
    incoming.body.length === 0 ||
    !contentTypeOf(incoming).startsWith('application/json')
  )
    return
  throw badParameter(
    'Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have any questions, we can help at https://support.stripe.com/.',
    {},
  )
}

export function contentTypeOf(incoming: Incoming): string {
  return incoming.headers['content-type'] ?? ''
}

/** The version the client asked for; the shapes are those of the pinned one all the same. */
export function versionOf(incoming: Incoming): string {
  return headerText(incoming.headers['stripe-version']) ?? API_VERSION
}

/** A header that is there once, or null. */
export function headerText(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
