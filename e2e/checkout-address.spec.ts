import { db } from '#lib/db.ts'
import { aCheckout, expectOneHold, HELD, holdButton, openCheckout } from './support/checkout-page.ts'
import { fieldsOf, sendHold } from './support/forms.ts'
import { anEmployer, anOrder } from './support/people.ts'
import { intentsOf } from './support/stripe-facts.ts'
import { expect, test } from './support/test.ts'

// With JavaScript the checkout's form goes to an address of its own, which our server answers before Next sees it.

test('the page waits, and says so, until the order’s page is there', async ({
  browserOf,
  contractor,
  stripe,
}) => {
  const { order, page } = await aCheckout(browserOf, contractor)
  let letThrough = () => {}
  const isLetThrough = new Promise<void>(resolve => {
    letThrough = resolve
  })
  await page.route(`**/orders/${order.id}?done=held*`, async route => {
    await isLetThrough
    await route.fallback()
  })
  const answered = page.waitForResponse(`**/api/orders/${order.id}/hold`)
  const followed = page.waitForRequest(`**/orders/${order.id}?done=held*`)
  await holdButton(page).click()
  const answer = await answered
  await followed
  await expectOneHold(stripe, order.id)

  const waiting = page.getByRole('button', { name: 'Holding the money…' })
  await expect(waiting).toBeFocused()
  await expect(waiting).toHaveAttribute('aria-disabled', 'true')
  await page.waitForTimeout(2500)
  await expect(waiting).toBeVisible()
  await expect(page.getByText('This page has news')).toHaveCount(0)
  letThrough()
  await expect(page.getByText(HELD)).toBeVisible()
  await expectOneHold(stripe, order.id)

  const headers = answer.headers()
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
  })
  expect(headers, 'Next, which has not seen it, varies each answer').not.toHaveProperty('vary')
})

test('who held and from where is in the audit log, whatever a browser says of its address', async ({
  browserOf,
  contractor,
}) => {
  const { employer, order, page } = await aCheckout(browserOf, contractor, {
    extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.7' },
  })
  await holdButton(page).click()
  await expect(page.getByText(HELD)).toBeVisible()
  const { id } = await db().payment.findFirstOrThrow({ where: { orderId: order.id } })
  const held = await db().auditEvent.findFirstOrThrow({
    where: { action: 'payment.authorize', subjectId: id },
  })
  expect(held).toMatchObject({
    actorId: employer.actor.userId,
    ip: expect.stringMatching(/^(127\.0\.0\.1|::1)$/),
  })
})

test('Next’s own route, for hosts where it is alone, answers the same', async ({
  browserOf,
  contractor,
  stripe,
}) => {
  const { order, page } = await aCheckout(browserOf, contractor, { javaScriptEnabled: false })
  const fields = await fieldsOf(page, 'Hold $120.00')
  // Only Next reads an id that is written so.
  const written = order.id.replace('ord', '%6Frd')
  const held = await sendHold(page, { ...fields, orderId: written })
  expect(held.status).toBe(200)
  expect(JSON.parse(held.text)).toMatchObject({ status: 'ok', location: `/orders/${order.id}?done=held` })
  await expectOneHold(stripe, order.id)
  const large = await sendHold(page, { ...fields, orderId: written, savedCardId: 'x'.repeat(20_000) })
  expect([large.status, large.text]).toEqual([413, '{"error":"too_large"}'])
  const empty = await page.request.post(`/api/orders/${written}/hold`)
  expect(empty.status()).toBe(403)
})

test('where that address does not take it, the server action does', async ({
  browserOf,
  contractor,
  guard,
  stripe,
}) => {
  guard.expect(/status of 403/)
  const { order, page } = await aCheckout(browserOf, contractor)
  await page.route('**/api/orders/*/hold', route => route.fulfill({ status: 403, body: '{}' }))
  await holdButton(page).click()
  await expect(page.getByText(HELD)).toBeVisible()
  await expectOneHold(stripe, order.id)
})

test('an order that was paid elsewhere meanwhile is followed to its page', async ({
  browserOf,
  contractor,
  guard,
  stripe,
}) => {
  guard.expect(/ERR_FAILED.*api\/live/)
  const employer = await anEmployer()
  const order = await anOrder(employer, contractor, 'placed')
  const page = await browserOf(employer)
  await page.route('**/api/live*', route => route.abort())
  await openCheckout(page, order.id)
  const other = await page.context().newPage()
  await openCheckout(other, order.id)
  await holdButton(other).click()
  await expect(other.getByText(HELD)).toBeVisible()

  await holdButton(page).click()
  await expect(page).toHaveURL(`/orders/${order.id}?done=already-held`)
  await expect(page.getByText('This order was already paid for, so nothing was held twice.')).toBeVisible()
  await expectOneHold(stripe, order.id)
})

test('signed out meanwhile, the form says so and keeps the chosen card', async ({
  browserOf,
  contractor,
  stripe,
}) => {
  const { order, page } = await aCheckout(browserOf, contractor)
  await page.context().clearCookies()
  await holdButton(page).click()
  await expect(page.getByRole('alert').filter({ hasText: 'You are signed out.' })).toBeVisible()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1)
  await expect(holdButton(page)).toBeVisible()
  expect(await intentsOf(stripe, order.id)).toEqual([])
})
