import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { axeViolations, launchChromium } from '../browser/testing/chromium.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { holdFor, payableAccount, payer } from '../testing/money.ts'

let browser: Browser
let page: Page
let emulator: TestEmulator
let receiver: http.Server
let deliveries: number

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

beforeEach(async () => {
  deliveries = 0
  receiver = http.createServer((request, response) => {
    deliveries += 1
    request.resume().on('end', () => response.end('thank you'))
  })
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
  emulator = await startTestEmulator({ webhooks: [{ url, secret: 'whsec_own', connect: false }] })
  page = await (await browser.newContext()).newPage()
})
afterEach(async () => {
  await page.context().close()
  await emulator.stop()
  receiver.close()
})

it('shows requests as they come, with what was sent and answered but no card number', async () => {
  const told: string[] = []
  page.on('console', message => told.push(message.text()))
  page.on('request', request => told.push(...(request.url().startsWith(emulator.url) ? [] : [request.url()])))
  await page.goto(emulator.url)
  await page.getByText('No request yet').waitFor()
  const card = { number: '4242424242424242', exp_month: 12, exp_year: 2034, cvc: '987' }
  await emulator.browser.paymentMethods.create({ type: 'card', card }, { idempotencyKey: 'my-key' })
  const line = page.getByRole('row', { name: /POST \/v1\/payment_methods/ })
  await line.waitFor()
  expect(await line.textContent()).toContain('my-key')
  expect(await line.textContent()).toContain('200')
  await line.getByRole('link').first().click()
  await page.getByText('card[exp_year]').waitFor()
  await page.getByText('"last4": "4242"').waitFor()
  const shown = await page.content()
  expect(shown).not.toContain('4242424242424242')
  // As a word: Stripe's ids and times have the three digits in them now and then.
  expect(shown).not.toMatch(/\b987\b/)
  expect(told).toEqual([])
})

it('leads from object to object by their ids, and shows what each account has', async () => {
  const account = await payableAccount(emulator)
  const from = await payer(emulator, 'pm_card_bypassPending')
  const intent = await emulator.stripe.paymentIntents.create({
    ...holdFor(account, from),
    capture_method: 'automatic',
  })
  await page.goto(`${emulator.url}/_console#/objects`)
  await page.getByRole('link', { name: /^payment_intent/ }).click()
  await page.getByRole('link', { name: intent.id }).click()
  await page.getByRole('link', { name: String(intent.latest_charge) }).click()
  await page.getByRole('heading', { name: String(intent.latest_charge) }).waitFor()
  await page.getByRole('link', { name: account }).first().click()
  await page.getByRole('heading', { name: account }).waitFor()
  await page.getByRole('link', { name: 'Balances' }).click()
  const own = page.getByRole('row', { name: account })
  expect(await own.textContent()).toContain('90.00')
})

it('says so where there is nothing to show', async () => {
  const empty: [view: string, text: RegExp][] = [
    [
      'requests',
      /^No request yet.*curl http:\/\/127.0.0.1:\d+\/v1\/customers -u sk_test_local: -d name=Ada$/,
    ],
    ['kind/dispute', /^There is none of this kind.$/],
    ['object/pi_nothing', /nothing/i],
    ['events', /^Nothing has happened yet.$/],
    ['balances', /^No money has moved yet.$/],
    ['faults', /^No fault is on.$/],
  ]
  for (const [view, text] of empty) {
    await page.goto(`${emulator.url}/_console#/${view}`)
    await page.locator('main p', { hasText: text }).first().waitFor()
    expect(await page.locator('main table:visible').count(), view).toBe(0)
  }
})

it('sends an event again, and shows each attempt', async () => {
  const { id } = await emulator.stripe.customers.create({ name: 'Told twice' })
  await emulator.control('POST', 'webhooks/flush')
  expect(deliveries).toBe(1)
  await page.goto(`${emulator.url}/_console#/events`)
  const line = page.getByRole('row', { name: /customer\.created/ })
  expect(await line.textContent()).toContain(id)
  await line.getByRole('button', { name: /^Send again: customer.created/ }).click()
  await line.getByText('2 delivered').click()
  expect(deliveries).toBe(2)
  await line.getByText('thank you').first().waitFor()
})

it('moves the clock and switches faults and webhooks on and off', async () => {
  await page.goto(`${emulator.url}/_console#/faults`)
  await page.getByRole('button', { name: '+2 days' }).click()
  await page.getByText('2 d ahead').waitFor()
  expect((await emulator.control('GET', 'clock')).offset).toBe(172_800)
  await page.getByLabel('What happens').selectOption('rate_limit')
  await page.getByLabel('Path').fill('/v1/customers')
  await page.getByRole('button', { name: 'Switch on' }).click()
  await page.getByText('rate_limit', { exact: true }).waitFor()
  await expect(emulator.stripe.customers.list()).rejects.toMatchObject({ statusCode: 429 })
  await page.getByText('No fault is on.').waitFor()
  const hold = page.getByLabel('Hold everything back')
  await hold.focus()
  await hold.evaluate(box => box.setAttribute('data-old', ''))
  await page.keyboard.press('Space')
  await expect.poll(async () => (await emulator.control('GET', 'webhooks')).paused).toBe(true)
  // The switches are drawn anew when one of them changes; who works by keyboard stays where they were.
  await expect.poll(() => page.locator('[data-old]').count()).toBe(0)
  expect(await hold.evaluate(box => box === document.activeElement)).toBe(true)
  await emulator.stripe.customers.create()
  await page.getByText('1 delivery waits').waitFor()
})

it('shows hostile texts as texts, by light and dark, and on a phone without scrolling sideways', async () => {
  const hostile = '<img src=x onerror="document.title=\'broken\'"><script>document.title="broken"</script>'
  const { id } = await emulator.stripe.customers.create({
    name: hostile,
    metadata: { [hostile.slice(0, 30)]: hostile },
  })
  await page.setViewportSize({ width: 375, height: 700 })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const view of [
      'requests',
      'objects',
      'kind/customer',
      `object/${id}`,
      'events',
      'balances',
      'faults',
    ]) {
      await page.goto(`${emulator.url}/_console#/${view}`)
      await page.getByText('Live', { exact: true }).waitFor()
      await page.locator('h2').first().waitFor()
      expect(await page.title(), view).toBe('Local Stripe')
      expect(await page.locator('main img, main script').count(), view).toBe(0)
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wider, view).toBeLessThanOrEqual(0)
      expect(await axeViolations(page), `${view} ${colorScheme}`).toEqual([])
    }
  }
})
