import { formEncode } from './form-encode.ts'

/** The error that every Stripe.js method resolves with (`StripeError` of @stripe/stripe-js). */
export interface StripeJsError {
  type: string
  code?: string
  decline_code?: string
  message?: string
  param?: string
  [field: string]: unknown
}

/** An API object; the browser side reads only a few of its fields. */
export interface ApiObject {
  id: string
  object: string
  [field: string]: unknown
}

type ApiResult = { value: ApiObject; error?: undefined } | { error: StripeJsError; value?: undefined }

/** Who asks: the emulator's origin, the publishable key, and the connected account it is used for. */
export interface ApiCaller {
  origin: string
  key: string
  account?: string
}

const CONNECTION_ERROR =
  'We are experiencing issues connecting to our payments provider. Please check your internet connection and try again.'

/**
 * One API request with the publishable key. Never rejects: a network failure is an `api_connection_error`,
 * an error answer is the API's own error object.
 */
export async function apiRequest(
  caller: ApiCaller,
  method: 'GET' | 'POST',
  path: string,
  params: Record<string, unknown>,
): Promise<ApiResult> {
  const encoded = formEncode(params)
  const headers: Record<string, string> = { authorization: `Bearer ${caller.key}` }
  if (caller.account) headers['stripe-account'] = caller.account
  if (method === 'POST') headers['content-type'] = 'application/x-www-form-urlencoded'
  const query = method === 'GET' && encoded !== '' ? `?${encoded}` : ''
  try {
    const response = await fetch(`${caller.origin}${path}${query}`, {
      method,
      headers,
      credentials: 'omit',
      body: method === 'POST' ? encoded : undefined,
    })
    const body: unknown = await response.json()
    if (response.ok) return { value: body as ApiObject }
    const { error } = body as { error?: StripeJsError }
    return { error: error ?? { type: 'api_error', message: 'An unexpected error occurred.' } }
  } catch {
    return { error: { type: 'api_connection_error', message: CONNECTION_ERROR } }
  }
}
