import { expect, test } from 'vitest'
import { contentSecurityPolicy } from './security-policy.ts'

const policy = (over = {}) =>
  contentSecurityPolicy({ nonce: 'N', localStripeUrl: null, secure: true, development: false, ...over })
const directive = (text: string, name: string) =>
  text.split('; ').find(part => part.startsWith(`${name} `)) ?? ''

test('scripts run by nonce alone, and the page can neither be framed nor send a form elsewhere', () => {
  const text = policy()
  expect(directive(text, 'script-src')).toContain("'nonce-N' 'strict-dynamic'")
  expect(directive(text, 'script-src')).not.toMatch(/unsafe/)
  expect(directive(text, 'style-src')).not.toMatch(/unsafe/)
  for (const part of [
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]) {
    expect(text).toContain(part)
  }
  expect(text).toContain('upgrade-insecure-requests')
})

test('names Stripe’s hosts while the real Stripe is used, and only then', () => {
  const real = policy()
  expect(directive(real, 'script-src')).toContain('https://js.stripe.com')
  expect(directive(real, 'connect-src')).toContain('https://api.stripe.com')
  expect(directive(real, 'frame-src')).toContain('https://hooks.stripe.com')
  const local = policy({ localStripeUrl: 'http://127.0.0.1:12111/', secure: false })
  expect(local).not.toContain('stripe.com')
  expect(local).not.toContain('upgrade-insecure-requests')
  expect(directive(local, 'connect-src')).toBe("connect-src 'self' http://127.0.0.1:12111")
  expect(directive(local, 'frame-src')).toBe('frame-src http://127.0.0.1:12111')
})
