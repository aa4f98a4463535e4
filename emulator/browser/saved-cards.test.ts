import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { axeViolations, launchChromium } from './testing/chromium.ts'
import { pageScript } from './testing/page-script.ts'
import { openShop, type Shop } from './testing/shop.ts'

let emulator: TestEmulator
let shop: Shop
let browser: Browser
let page: Page

beforeAll(async () => {
  emulator = await startTestEmulator()
  const script = pageScript(readFileSync(new URL('./testing/plain-page.cjs', import.meta.url), 'utf8'))
  shop = await openShop(emulator.url, script, '<main><h1>Shop</h1><div id="line"></div></main>')
  browser = await launchChromium()
  page = await (await browser.newContext({ locale: 'en-US' })).newPage()
  await page.goto(shop.origin)
  await page.evaluate('stripeReady')
}, 30_000)

afterAll(async () => {
  await browser.close()
  await shop.close()
  await emulator.stop()
})

const frame = () => page.frameLocator('iframe[title="Secure payment input frame"]')

/** A customer with a card to be shown and one not to be, and a session that shows the first. */
async function customerWithCards() {
  const { stripe } = emulator
  const customer = await stripe.customers.create({ name: 'Ada' })
  const shown = await stripe.paymentMethods.attach('pm_card_mastercard', { customer: customer.id })
  await stripe.paymentMethods.update(shown.id, { allow_redisplay: 'always' })
  await stripe.paymentMethods.attach('pm_card_amex', { customer: customer.id })
  const session = await stripe.customerSessions.create({
    customer: customer.id,
    components: { payment_element: { enabled: true, features: { payment_method_redisplay: 'enabled' } } },
  })
  return { customer: customer.id, shown: shown.id, session }
}

function mount(session: string, secret: string | null): Promise<unknown> {
  return page.evaluate(`new Promise((resolve, reject) => {
    group = stripe.elements({ clientSecret: '${secret}', customerSessionClientSecret: '${session}' })
    payment = group.create('payment')
    payment.on('ready', () => resolve('ready'))
    payment.on('loaderror', event => resolve(event.error))
    payment.on('change', event => told.push(event))
    payment.mount('#line')
  })`)
}

it('shows the cards that the session allows, and pays with one or with a new one', async () => {
  const { customer, shown, session } = await customerWithCards()
  expect(session).toMatchObject({
    customer,
    components: {
      payment_element: { enabled: true, features: { payment_method_allow_redisplay_filters: ['always'] } },
      buy_button: { enabled: false },
    },
  })
  const pay = { amount: 900, currency: 'usd', customer }
  const first = await emulator.stripe.paymentIntents.create(pay)
  await mount(session.client_secret, first.client_secret)
  expect(await frame().getByRole('radio').count()).toBe(2)
  expect(
    await frame()
      .getByLabel(/^Mastercard •••• 4444, expires/)
      .isChecked(),
  ).toBe(true)
  expect(await frame().getByLabel('Card number').isVisible()).toBe(false)
  expect(await axeViolations(page)).toEqual([])
  const confirm = `stripe.confirmPayment({ elements: group, redirect: 'if_required' })`
  expect(await page.evaluate(confirm)).toMatchObject({
    paymentIntent: { status: 'succeeded', payment_method: shown },
  })
  await page.evaluate('payment.destroy()')

  const second = await emulator.stripe.paymentIntents.create(pay)
  await mount(session.client_secret, second.client_secret)
  await frame().getByLabel('New card').check()
  expect(await page.evaluate('group.submit()')).toMatchObject({ error: { code: 'incomplete_number' } })
  await frame().getByLabel('Card number').fill('4242424242424242')
  await frame().getByLabel('Expiration date').fill('1234')
  await frame().getByLabel('Security code').fill('737')
  const { paymentIntent } = (await page.evaluate(confirm)) as { paymentIntent: { payment_method: string } }
  expect(paymentIntent).toMatchObject({ status: 'succeeded' })
  expect(paymentIntent.payment_method).not.toBe(shown)
  await page.evaluate('payment.destroy()')
})

it('tells the page which card is chosen, and that a session is over', async () => {
  const { customer, shown, session } = await customerWithCards()
  const { client_secret } = await emulator.stripe.setupIntents.create({ customer })
  await mount(session.client_secret, client_secret)
  await page.evaluate('group.submit()')
  expect(await page.evaluate('told.at(-1)')).toMatchObject({
    complete: true,
    value: { type: 'card', payment_method: { id: shown } },
  })
  await page.evaluate('payment.destroy()')
  await emulator.advance(31 * 60)
  expect(await mount(session.client_secret, client_secret)).toMatchObject({
    type: 'invalid_request_error',
    param: 'customer_session_client_secret',
  })
})
