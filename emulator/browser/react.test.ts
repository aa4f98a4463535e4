import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { launchChromium } from './testing/chromium.ts'
import { pageScript } from './testing/page-script.ts'
import { openShop, type Shop } from './testing/shop.ts'

const NUMBER = '4242424242424242'

let emulator: TestEmulator
let shop: Shop
let browser: Browser
let page: Page
const problems: string[] = []
const asked: { url: string; body: string }[] = []

beforeAll(async () => {
  emulator = await startTestEmulator()
  const source = readFileSync(new URL('./testing/react-elements.cjs', import.meta.url), 'utf8')
  shop = await openShop(emulator.url, pageScript(source, 'development'), '<div id="root"></div>')
  browser = await launchChromium()
}, 30_000)

afterEach(async () => {
  await page.context().close()
  expect(problems.splice(0)).toEqual([])
  const foreign = asked.filter(({ url }) => ![shop.origin, emulator.url].includes(new URL(url).origin))
  expect(foreign).toEqual([])
  expect(asked.splice(0).length).toBeGreaterThan(2)
})

afterAll(async () => {
  await browser.close()
  await shop.close()
  await emulator.stop()
})

async function open(query: string): Promise<void> {
  const context = await browser.newContext({ locale: 'en-US' })
  context.on('request', request => {
    if (!request.url().startsWith('data:')) asked.push({ url: request.url(), body: request.postData() ?? '' })
  })
  page = await context.newPage()
  page.on('pageerror', error => problems.push(error.message))
  page.on('console', message => {
    if (!message.text().includes('React DevTools')) problems.push(message.text())
  })
  await page.goto(`${shop.origin}/?${query}`)
}

const readyCount = (count: number) =>
  expect.poll(() => page.evaluate('new Set(ready).size + "/" + ready.length')).toMatch(RegExp(`^${count}/`))
// Not by mouse: a page that has just scrolled may still give a press to the frame that was there before.
const toggle = () => page.getByRole('button', { name: 'Toggle' }).press('Enter')
const frames = () => page.locator('iframe').count()

it.each([
  ['show=card', 1, 1],
  ['show=split', 3, 3],
  ['show=card,address,link,express', 4, 3],
  ['show=payment,address,link,express&mode=payment', 4, 3],
  ['show=payment&mode=setup', 1, 1],
])(
  'mounts twice and leaves nothing behind, without a word in the console (%s)',
  async (query, count, shown) => {
    await open(query)
    await readyCount(count)
    expect(await frames()).toBe(shown)
    await toggle()
    await expect.poll(frames).toBe(0)
    expect(await page.locator('[class*=StripeElement]').count()).toBe(0)
    await page.evaluate('ready.length = 0')
    await toggle()
    await readyCount(count)
    expect(await frames()).toBe(shown)
  },
)

it('pays with a client secret, and the number is nowhere but on its way to the emulator', async () => {
  const { id, client_secret } = await emulator.stripe.paymentIntents.create({ amount: 5000, currency: 'usd' })
  await open(`show=payment,link&secret=${client_secret}`)
  await readyCount(2)
  const form = page.frameLocator('iframe[title="Secure payment input frame"]')
  expect(await page.evaluate('group.submit()')).toMatchObject({
    error: {
      type: 'validation_error',
      code: 'incomplete_number',
      message: 'Your card number is incomplete.',
    },
  })
  await form.getByLabel('Card number').fill(NUMBER)
  expect(await page.evaluate('group.submit()')).toMatchObject({ error: { code: 'incomplete_expiry' } })
  await form.getByLabel('Expiration date').fill('1234')
  expect(await page.evaluate('group.submit()')).toMatchObject({ error: { code: 'incomplete_cvc' } })
  await form.getByLabel('Security code').fill('737')
  const email = page.frameLocator('iframe[title="Secure email input frame"]').getByLabel('Email')
  expect(await page.evaluate('group.submit()')).toMatchObject({ error: { code: 'incomplete_email' } })
  await email.fill('ada@example.com')
  expect(await page.evaluate('group.submit()')).toEqual({ selectedPaymentMethod: 'card' })
  const paid = await page.evaluate(`stripe.confirmPayment({ elements: group, redirect: 'if_required' })`)
  expect(paid).toMatchObject({ paymentIntent: { id, status: 'succeeded' } })
  const { payment_method } = await emulator.stripe.paymentIntents.retrieve(id, { expand: ['payment_method'] })
  expect(payment_method).toMatchObject({
    card: { last4: '4242' },
    billing_details: { email: 'ada@example.com' },
  })

  const carriers = asked.filter(({ url, body }) => (url + body).includes(NUMBER))
  expect(carriers.map(({ url }) => url)).toEqual([`${emulator.url}/v1/payment_methods`])
  const seen = await page.evaluate(
    'messages.join() + JSON.stringify(told) + document.documentElement.outerHTML',
  )
  expect(seen).not.toContain(NUMBER)
  const { store } = emulator.engine
  const rows = store.kinds().flatMap(kind => [...store.all(kind)].map(({ id, value }) => ({ id, value })))
  const { requests } = (await emulator.control('GET', 'requests')) as { requests: { seq: number }[] }
  const log = await Promise.all(requests.map(({ seq }) => emulator.control('GET', `requests/${seq}`)))
  expect(JSON.stringify(rows)).toContain('ada@example.com')
  expect(JSON.stringify([rows, log])).not.toContain(NUMBER)
})

it('defers the intent: a confirmation token of the form pays on the server', async () => {
  await open('show=payment&mode=payment')
  await readyCount(1)
  const form = page.frameLocator('iframe[title="Secure payment input frame"]')
  await form.getByLabel('Card number').fill('4000002760003184')
  await form.getByLabel('Expiration date').fill('1234')
  await form.getByLabel('Security code').fill('737')
  await page.evaluate('group.submit()')
  const { confirmationToken } = (await page.evaluate(
    `stripe.createConfirmationToken({ elements: group, params: { return_url: location.href } })`,
  )) as { confirmationToken: { id: string; return_url: string } }
  expect(confirmationToken.return_url).toBe(page.url())
  const intent = await emulator.stripe.paymentIntents.create({
    amount: 5000,
    currency: 'usd',
    confirm: true,
    confirmation_token: confirmationToken.id,
  })
  expect(intent).toMatchObject({ status: 'requires_action', next_action: { type: 'use_stripe_sdk' } })
  const handled = page.evaluate(`stripe.handleNextAction({ clientSecret: '${intent.client_secret}' })`)
  await page
    .frameLocator('iframe[title="3D Secure challenge"]')
    .getByText('Complete', { exact: true })
    .click()
  expect(await handled).toMatchObject({ paymentIntent: { id: intent.id, status: 'succeeded' } })
})
