import { anEmployerWithoutCard } from './support/people.ts'
import { expect, test } from './support/test.ts'

const ADDRESSES = [
  '/',
  '/sign-in',
  '/sign-up',
  '/orders',
  '/no/such/page',
  '/no-such-file.js',
  '/icon.svg',
  '/api/health',
  '/api/no/such/route',
  '/api/auth/session',
  '/_next/static/no-such-chunk.js',
  '/stripe-local/stripe.js',
]

test('every answer, found or not, page or file, has the headers that browsers guard with', async ({
  request,
}) => {
  for (const address of ADDRESSES) {
    const response = await request.get(address, { maxRedirects: 0 })
    const headers = response.headers()
    expect.soft(headers, address).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'permissions-policy': expect.stringContaining('camera=()'),
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    })
    expect.soft(headers, address).not.toHaveProperty('x-powered-by')
    expect
      .soft(headers, `${address}: plain http promises no https`)
      .not.toHaveProperty('strict-transport-security')
  }
})

test('https is promised to whoever comes over https', async ({ request }) => {
  const response = await request.get('/', { headers: { 'x-forwarded-proto': 'https' } })
  expect(response.headers()['strict-transport-security']).toContain('max-age=63072000')
})

test('a page’s policy has a nonce of its own, and nothing inline runs without it', async ({ request }) => {
  const policies = await Promise.all(
    [1, 2].map(async () => (await request.get('/sign-in')).headers()['content-security-policy'] ?? ''),
  )
  const [one, other] = policies.map(policy => /'nonce-([^']+)'/.exec(policy)?.[1])
  expect(one).toBeTruthy()
  expect(one).not.toBe(other)
  for (const policy of policies) {
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(policy, 'the local Stripe is used').not.toContain('stripe.com')
  }
})

test('what a signed-in person sees is kept by no cache', async ({ browserOf }) => {
  const page = await browserOf(await anEmployerWithoutCard())
  const response = await page.goto('/orders')
  expect(response?.headers()['cache-control']).toContain('no-store')
})

test('a script that got into a page does not run', async ({ browserOf, guard }) => {
  // The page was tampered with, so React notices too.
  guard.expect(/CSP violation: script-src-elem/, /Content Security Policy/, /Minified React error #418/)
  const page = await browserOf()
  await page.route('**/sign-in', async route => {
    const response = await route.fetch()
    const body = (await response.text()).replace('<main', '<script>window.intruder = true</script><main')
    await route.fulfill({ response, body })
  })
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await page.evaluate(() => 'intruder' in window)).toBe(false)
})
