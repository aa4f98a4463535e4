import type { IncomingHttpHeaders } from 'node:http'
import { forbidden, unauthorized } from './errors.ts'
import { PLATFORM } from './ids.ts'
import type { KeyPower } from './route.ts'
import type { Tx } from './tx.ts'

export interface Caller {
  power: KeyPower
  /** Whose objects the request is about. */
  account: string
}

/**
 * Who calls, from the key in the header (Bearer or Basic) or, from browsers, in the body, and the
 * `Stripe-Account` header. Any `sk_test_…`, `rk_test_…` or `pk_test_…` is a key of the one local platform; one that begins with
 * `sk_test_expired` is a key that was rolled.
 * @throws StripeError 401 without a test key; 403 for an account that is not there.
 */
export function authenticate(
  tx: Tx,
  headers: IncomingHttpHeaders,
  sent: { key?: unknown; _stripe_account?: unknown },
): Caller {
  const key = sentKey(headers, sent)
  if (!key) {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.",
    )
  }
  const kind = /^(sk|rk|pk)_test_\w+$/.exec(key)?.[1]
  if (!kind) {
    const hint = key.includes('_live_')
      ? '. This is the local Stripe: it takes test keys only, never a live one.'
      : ''
    throw unauthorized(`Invalid API Key provided: ${masked(key)}${hint}`)
  }
  if (/_test_expired/.test(key))
    throw unauthorized(`Expired API Key provided: ${masked(key)}`, 'api_key_expired')
  return { power: kind === 'pk' ? 'publishable' : 'secret', account: accountOf(tx, headers, sent, key) }
}

/** The key of a request, wherever it stands; null when there is none. */
export function sentKey(headers: IncomingHttpHeaders, sent: { key?: unknown }): string | null {
  return keyOf(headers.authorization) ?? (typeof sent.key === 'string' ? sent.key : null)
}

function accountOf(tx: Tx, headers: IncomingHttpHeaders, sent: { _stripe_account?: unknown }, key: string) {
  const asked = headers['stripe-account'] ?? sent._stripe_account
  if (typeof asked !== 'string' || asked === '' || asked === PLATFORM) return PLATFORM
  if (tx.row('account', asked)) return asked
  throw forbidden(
    `The provided key '${masked(key)}' does not have access to account '${asked}' (or that account does not exist). Application access may have been revoked.`,
    'account_invalid',
  )
}

function keyOf(header: string | undefined): string | null {
  if (!header) return null
  const [scheme, value] = header.split(' ')
  if (!value) return null
  if (scheme?.toLowerCase() === 'bearer') return value
  if (scheme?.toLowerCase() !== 'basic') return null
  return Buffer.from(value, 'base64').toString('utf8').split(':')[0] ?? null
}

/** A key as Stripe shows it in messages: the beginning and the last four characters. */
function masked(key: string): string {
  return key.length <= 12
    ? `${key.slice(0, 8)}****`
    : `${key.slice(0, 8)}${'*'.repeat(key.length - 12)}${key.slice(-4)}`
}
