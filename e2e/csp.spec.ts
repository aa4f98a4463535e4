import type { APIResponse, Page } from '@playwright/test'
import { SESSION_COOKIE } from '#lib/users/session-token.ts'
import { EVERY_PAGE } from './support/every-page.ts'
import { anEmployerWithoutCard, PASSWORD } from './support/people.ts'
import { expect, test } from './support/test.ts'
import type { Visit } from './support/visit.ts'

function directives(response: APIResponse): Map<string, string[]> {
  const policy = response.headers()['content-security-policy'] ?? ''
  return new Map(
    policy.split(';').map(part => {
      const [name = '', ...values] = part.trim().split(/\s+/)
      return [name, values]
    }),
  )
}

function expectPolicy(response: APIResponse, what: string): void {
  const policy = directives(response)
  const scripts = policy.get('script-src') ?? []
  expect(scripts.join(' '), what).toMatch(/'nonce-[A-Za-z0-9+/=]{20,}'/)
  expect(scripts, what).toContain("'strict-dynamic'")
  for (const loose of ["'unsafe-inline'", "'unsafe-eval'", '*', 'https:', 'data:']) {
    expect(scripts, what).not.toContain(loose)
  }
  expect(policy.get('style-src') ?? [], what).not.toContain("'unsafe-inline'")
  expect(policy.get('object-src'), what).toEqual(["'none'"])
  expect(policy.get('base-uri'), what).toEqual(["'none'"])
  expect(policy.get('form-action'), what).toEqual(["'self'"])
  expect(policy.get('frame-ancestors'), what).toEqual(["'none'"])
  expect(response.headers()['content-security-policy'], `${what}: Stripe’s hosts in local mode`).not.toMatch(
    /stripe\.com/,
  )
}

function expectHeaders(response: APIResponse, what: string): void {
  const headers = response.headers()
  expect(headers['x-content-type-options'], what).toBe('nosniff')
  expect(headers['referrer-policy'], what).toBe('strict-origin-when-cross-origin')
  expect(headers['x-frame-options'], what).toBe('DENY')
  expect(headers['cross-origin-opener-policy'], what).toBe('same-origin')
  expect(headers['permissions-policy'], what).toContain('camera=()')
  expect(headers, what).not.toHaveProperty('x-powered-by')
}

test('every page has a strict policy, the headers of a safe page, and is kept by no cache', async ({
  browserOf,
  world,
}) => {
  const browsers = new Map<Visit['as'], Page>()
  const nonces = new Set<string>()
  const visits = Object.values(EVERY_PAGE).flat()
  for (const visit of visits) {
    const page = browsers.get(visit.as) ?? (await browserOf(visit.as && world[visit.as]))
    browsers.set(visit.as, page)
    const address = visit.path(world)
    const response = await page.request.get(address, { maxRedirects: 0 })
    expectHeaders(response, address)
    expectPolicy(response, address)
    nonces.add(/'nonce-([^']+)'/.exec(response.headers()['content-security-policy'] ?? '')?.[1] ?? '')
    if (visit.as) expect(response.headers()['cache-control'], address).toContain('no-store')
  }
  expect(nonces.size, 'a nonce of its own for each answer').toBe(visits.length)
})

test('the session’s cookie cannot be read by scripts nor be set by another host', async ({
  browserOf,
  stack,
}) => {
  const person = await anEmployerWithoutCard()
  const page = await browserOf()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Orders', level: 1 })).toBeVisible()

  const cookies = await page.context().cookies()
  const cookie = cookies.find(each => each.name === SESSION_COOKIE.name)
  expect(SESSION_COOKIE.name).toMatch(/^__Host-/)
  expect(cookie).toMatchObject({
    domain: new URL(stack.webUrl).hostname,
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: 'Lax',
  })
  const hours = ((cookie?.expires ?? 0) - Date.now() / 1000) / 3600
  expect(hours).toBeGreaterThan(0)
  expect(hours).toBeLessThanOrEqual(12)
  expect(await page.evaluate(() => document.cookie)).not.toContain('holdfast')
})
