import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { axeViolations, launchChromium } from './testing/chromium.ts'
import { mountElements } from './testing/mount-elements.ts'
import { pageScript } from './testing/page-script.ts'
import { openShop, type Shop } from './testing/shop.ts'

const PLACES = ['line', 'number', 'expiry', 'cvc', 'address', 'email', 'wallets'].map(
  id => `<div id="${id}"></div>`,
)

let emulator: TestEmulator
let stripe: Stripe
let shop: Shop
let browser: Browser
let page: Page

beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
  const script = pageScript(readFileSync(new URL('./testing/plain-page.cjs', import.meta.url), 'utf8'))
  shop = await openShop(emulator.url, script, `<main><h1>Shop</h1>${PLACES.join('')}</main>`)
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

const titled = (title: string) => page.frameLocator(`iframe[title="${title}"]`)

it('makes bank account tokens, and tells what is wrong with a number', async () => {
  const create = (number: string) =>
    page.evaluate(
      `stripe.createToken('bank_account', { country: 'US', currency: 'usd', routing_number: '110000000', account_number: '${number}', account_holder_type: 'individual' })`,
    )
  expect(await create('000123456789')).toMatchObject({
    token: { object: 'token', bank_account: { last4: '6789' } },
  })
  expect(await create('123')).toMatchObject({
    error: { type: 'invalid_request_error', code: 'account_number_invalid' },
  })
  expect(await page.evaluate(`stripe.createToken('person', { first_name: 'Ada' })`)).toMatchObject({
    token: { type: 'person' },
  })
})

it('takes a card in the single line', async () => {
  await mountElements(page, { line: ['card', { hidePostalCode: true }] })
  const line = titled('Secure card payment input frame')
  await line.getByLabel('Credit or debit card number').fill('5555555555554444')
  await line.getByLabel('Credit or debit card expiration date').fill('0535')
  await line.getByLabel('Credit or debit card CVC/CVV').fill('123')
  await expect
    .poll(() => page.evaluate('told.at(-1)'))
    .toMatchObject({
      elementType: 'card',
      complete: true,
      empty: false,
      brand: 'mastercard',
      value: { postalCode: '' },
    })
  const made = await page.evaluate(
    `stripe.createPaymentMethod({ type: 'card', card: made.card, billing_details: { name: 'Ada' } })`,
  )
  expect(made).toMatchObject({
    paymentMethod: { card: { last4: '4444', brand: 'mastercard' }, billing_details: { name: 'Ada' } },
  })
  const { client_secret: secret } = await stripe.paymentIntents.create({ amount: 900, currency: 'usd' })
  const paid = await page.evaluate(
    `stripe.confirmCardPayment('${secret}', { payment_method: { card: made.card } })`,
  )
  expect(paid).toMatchObject({ paymentIntent: { status: 'succeeded' } })
  expect(await page.evaluate(`stripe.retrievePaymentIntent('${secret}')`)).toMatchObject({
    paymentIntent: { amount: 900 },
  })
  const { confirmationToken } = (await page.evaluate(
    'stripe.createConfirmationToken({ elements: made.group, params: { return_url: location.href } })',
  )) as { confirmationToken: { id: string } }
  const confirmation = { confirm: true, confirmation_token: confirmationToken.id }
  const later = await stripe.paymentIntents.create({ amount: 900, currency: 'usd', ...confirmation })
  expect(later.status).toBe('succeeded')
  expect(await axeViolations(page)).toEqual([])
  await page.evaluate('made.card.destroy()')
  expect(await page.locator('#line').innerHTML()).toBe('')
})

it('puts a card together from three frames', async () => {
  await mountElements(page, { number: ['cardNumber'], expiry: ['cardExpiry'], cvc: ['cardCvc'] })
  await titled('Secure card number input frame').locator('input').fill('4242424242424242')
  await titled('Secure expiration date input frame').locator('input').fill('1234')
  await titled('Secure CVC input frame').locator('input').fill('314')
  const made = await page.evaluate(`stripe.createPaymentMethod({ type: 'card', card: made.cardNumber })`)
  expect(made).toMatchObject({ paymentMethod: { card: { last4: '4242', exp_month: 12, exp_year: 2034 } } })
  expect(await page.evaluate('messages.join()')).not.toMatch(/4242424242424242|"314"/)
  expect(await axeViolations(page)).toEqual([])
})

it('collects addresses and e-mails, and is ready without wallets', async () => {
  await mountElements(page, {
    address: ['address', { mode: 'billing', defaultValues: { name: 'Ada', address: { country: 'GB' } } }],
    email: ['linkAuthentication'],
    wallets: ['expressCheckout'],
  })
  const address = titled('Secure address input frame')
  await address.getByLabel('Address line 1').fill('1 Main Street')
  await address.getByLabel('City').fill('London')
  await address.getByLabel('Postal code').fill('N1 1AA')
  await expect
    .poll(() => page.evaluate('told.at(-1)'))
    .toMatchObject({
      elementType: 'address',
      complete: true,
      value: { name: 'Ada', address: { city: 'London', country: 'GB' } },
    })
  await titled('Secure email input frame').getByLabel('Email').fill('nobody')
  expect(await page.evaluate('made.group.submit()')).toMatchObject({ error: { code: 'incomplete_email' } })
  expect(await axeViolations(page)).toEqual([])
})

it('takes another look while it is shown', async () => {
  await page.evaluate(`document.querySelectorAll('iframe').forEach(each => each.remove())`)
  await mountElements(page, { line: ['card', { hidePostalCode: true }] })
  const body = titled('Secure card payment input frame').locator('html')
  expect(await body.getAttribute('data-theme')).toBe('stripe')
  const ended = page.evaluate(`new Promise(resolve => made.group.on('update-end', () => resolve('ended')))`)
  await page.evaluate(
    `made.group.update({ appearance: { theme: 'night', variables: { colorPrimary: 'rgb(1, 2, 3)' } } })`,
  )
  expect(await ended).toBe('ended')
  await expect.poll(() => body.getAttribute('data-theme')).toBe('night')
  expect(await body.evaluate(root => root.style.getPropertyValue('--color-primary'))).toBe('rgb(1, 2, 3)')
  await page.evaluate(`document.body.style.backgroundColor = 'rgb(10, 20, 30)'`)
  await expect
    .poll(() => body.evaluate(root => getComputedStyle(root).backgroundColor))
    .toBe('rgb(10, 20, 30)')
  await page.evaluate(`document.body.style.backgroundColor = ''`)
})

it('tells of a frame that does not come, and of a secret that is not known', async () => {
  const failure = (elements: string, type: string) =>
    page.evaluate(`new Promise(resolve => {
      const element = ${elements}.create('${type}')
      element.on('loaderror', resolve)
      element.mount('#line')
    })`)
  expect(await failure(`stripe.elements({ clientSecret: 'pi_none_secret_x' })`, 'payment')).toMatchObject({
    elementType: 'payment',
    error: { code: 'resource_missing' },
  })
  await page.route('**/elements/card?*', route => route.abort())
  expect(await failure('stripe.elements()', 'card')).toMatchObject({
    elementType: 'card',
    error: { type: 'api_connection_error' },
  })
})
