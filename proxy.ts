import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from './lib/security-policy.ts'

/**
 * Gives each page a content security policy with a nonce of its own, and tells the page its nonce and its path. Nothing is
 * authorized here: queries and commands do that.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy({
    nonce,
    localStripeUrl: process.env.STRIPE_LOCAL_URL || null,
    secure: process.env.NEXTAUTH_URL?.startsWith('https://') ?? false,
    development: process.env.NODE_ENV === 'development',
  })
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-request-path', request.nextUrl.pathname + request.nextUrl.search)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

/** Pages only: a proxy buffers request bodies, which uploads and webhooks must not meet; files need no nonce. */
export const config = { matcher: '/((?!api/|_next/|stripe-local/|icon\\.svg|favicon\\.ico).*)' }
