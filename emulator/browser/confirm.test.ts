import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import type Stripe from 'stripe'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { axeViolations, launchChromium } from './testing/chromium.ts'
import { pageScript } from './testing/page-script.ts'
import { openShop, type Shop } from './testing/shop.ts'

let emulator: TestEmulator
let stripe: Stripe
let shop: Shop
let browser: Browser
let page: Page

beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
  const script = pageScript(readFileSync(new URL('./testing/react-form.cjs', import.meta.url), 'utf8'))
  shop = await openShop(emulator.url, script, '<div id="root"></div>')
  browser = await launchChromium()
}, 30_000)

afterEach(() => page.context().close())

afterAll(async () => {
  await browser.close()
  await shop.close()
  await emulator.stop()
})

/** Opens the shop for an intent, fills in a card and presses the button. */
async function pay(intent: { client_secret: string | null }, card: string, query = ''): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 500, height: 700 }, locale: 'en-US' })
  page = await context.newPage()
  await page.goto(`${shop.origin}/?secret=${intent.client_secret}${query}`)
  await page.locator('button:enabled', { hasText: 'Save' }).waitFor()
  const form = page.frameLocator('iframe[title="Secure payment input frame"]')
  await form.getByLabel('Card number').fill(card)
  await form.getByLabel('Expiration date').fill('1234')
  await form.getByLabel('Security code').fill('123')
  await page.getByRole('button', { name: 'Save' }).click()
}

const bank = () => page.frameLocator('iframe[title="3D Secure challenge"]')
const says = (text: string) => expect.poll(() => page.getByRole('status').textContent()).toBe(text)

async function setup(): Promise<Stripe.SetupIntent> {
  const customer = await stripe.customers.create({ email: 'employer@example.com' })
  return stripe.setupIntents.create({
    customer: customer.id,
    usage: 'off_session',
    automatic_payment_methods: { enabled: true },
  })
}

function payment(): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create({
    amount: 5000,
    currency: 'eur',
    capture_method: 'manual',
    automatic_payment_methods: { enabled: true },
  })
}

describe('saving a card', () => {
  it('ends in a succeeded setup intent with the card on the customer', async () => {
    const intent = await setup()
    await pay(intent, '4242424242424242')
    await says('setup_intent succeeded')
    const saved = await stripe.setupIntents.retrieve(intent.id, { expand: ['payment_method'] })
    expect(saved.payment_method).toMatchObject({
      customer: intent.customer,
      card: { last4: '4242', exp_month: 12, exp_year: 2034 },
    })
  })

  it('passes on why a card was declined, with the intent', async () => {
    await pay(await setup(), '4000000000000002')
    await says('card_error card_declined generic_decline setup_intent')
  })

  it('shows the bank page for 3D Secure and goes on when it is completed', async () => {
    const intent = await setup()
    await pay(intent, '4000002500003155')
    await bank().getByRole('button', { name: 'Complete' }).click()
    await says('setup_intent succeeded')
    expect(await page.locator('dialog').count()).toBe(0)
    expect((await stripe.setupIntents.retrieve(intent.id)).status).toBe('succeeded')
  })

  it('tells of a failed 3D Secure, and the same form can be tried again', async () => {
    const intent = await setup()
    await pay(intent, '4000002500003155')
    await bank().getByRole('button', { name: 'Fail' }).click()
    await says('invalid_request_error setup_intent_authentication_failure setup_intent')
    expect((await stripe.setupIntents.retrieve(intent.id)).status).toBe('requires_payment_method')
    await page.getByRole('button', { name: 'Save' }).click()
    await bank().getByRole('button', { name: 'Complete' }).click()
    await says('setup_intent succeeded')
  })
})

describe('the bank page', () => {
  it('can be closed, which fails the authentication', async () => {
    const intent = await payment()
    await pay(intent, '4000002760003184')
    await bank().getByRole('button', { name: 'Close' }).click()
    await says('invalid_request_error payment_intent_authentication_failure payment_intent')
    expect(await page.locator('dialog').count()).toBe(0)
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    })
  })

  it('keeps the focus, stays on Escape, and has no axe violation', async () => {
    await pay(await setup(), '4000002500003155')
    const complete = bank().getByRole('button', { name: 'Complete' })
    await expect.poll(() => complete.evaluate(button => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(await complete.isVisible()).toBe(true)
    expect(await axeViolations(page)).toEqual([])
    // Whatever is pressed, the page behind never has the focus.
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press('Tab')
      const behind = await page.evaluate(`['BUTTON', 'INPUT'].includes(document.activeElement.tagName)`)
      expect(behind).toBe(false)
    }
    await page
      .locator('h1')
      .click({ force: true, timeout: 1000 })
      .catch(() => undefined)
    expect(await complete.isVisible()).toBe(true)
  })
})

describe('paying', () => {
  it('holds the amount', async () => {
    await pay(await payment(), '4242424242424242')
    await says('payment_intent requires_capture')
  })

  it('tells of a failed 3D Secure', async () => {
    await pay(await payment(), '4000002760003184')
    await bank().getByRole('button', { name: 'Fail' }).click()
    await says('invalid_request_error payment_intent_authentication_failure payment_intent')
  })

  it('goes to return_url with the intent, unless told not to', async () => {
    const intent = await payment()
    await pay(intent, '4242424242424242', '&redirect')
    await page.getByRole('heading', { name: 'Done' }).waitFor()
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      payment_intent: intent.id,
      payment_intent_client_secret: intent.client_secret,
      redirect_status: 'succeeded',
    })
  })

  it('resolves, not rejects, when the emulator is out of reach', async () => {
    const intent = await payment()
    await emulator.control('POST', 'faults', { method: 'POST', path: '/v1/payment_methods', kind: 'cut' })
    await pay(intent, '4242424242424242')
    await says('api_connection_error')
  })
})
