import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { launchChromium } from './testing/chromium.ts'
import { pageScript } from './testing/page-script.ts'
import { openShop, type Shop } from './testing/shop.ts'

let emulator: TestEmulator
let shop: Shop
let browser: Browser
let page: Page

beforeAll(async () => {
  emulator = await startTestEmulator()
  const script = pageScript(readFileSync(new URL('./testing/plain-page.cjs', import.meta.url), 'utf8'))
  shop = await openShop(emulator.url, script, '<main><div id="line"></div></main>')
  browser = await launchChromium()
  page = await browser.newPage()
  await page.goto(shop.origin)
  await page.evaluate('stripeReady')
}, 30_000)

afterAll(async () => {
  await browser.close()
  await shop.close()
  await emulator.stop()
})

/** What a piece of code throws, or rejects with: `name: message`. */
function thrownBy(code: string): Promise<unknown> {
  return page.evaluate(
    `(async () => { try { await (async () => { ${code} })(); return 'nothing' } catch (error) { return error.name + ': ' + error.message } })()`,
  )
}

const SECRET_FORM = /client secret of the form \$\{id\}_secret_\$\{secret\}/

it.each([
  [`Stripe('sk_test_secret')`, /You should not use your secret key with Stripe.js/],
  [`Stripe('')`, /Please call Stripe\(\) with your publishable key. You used an empty string/],
  ['Stripe()', /Missing value for Stripe\(\): apiKey should be a string/],
  [`stripe.elements({ clientSecret: 'pi_123' })`, SECRET_FORM],
  [`stripe.elements({ mode: 'payment', currency: 'usd' })`, /amount should be a positive amount/],
  [`stripe.elements({ mode: 'pay', currency: 'usd' })`, /mode should be one of/],
  [`stripe.elements().create('payment')`, /you must pass a clientSecret or mode when creating the Elements/],
  [`stripe.elements().create('nonsense')`, /A valid Element name must be provided/],
  [
    `const e = stripe.elements({ mode: 'setup', currency: 'usd' }); e.create('payment'); e.create('payment')`,
    /Can only create one Element of type payment through elements\(\)/,
  ],
  [
    `const c = stripe.elements().create('card'); c.destroy(); c.mount('#line')`,
    /already been destroyed. Please create a new one/,
  ],
  [`stripe.elements().create('card').mount('#nowhere')`, /applies to no DOM elements/],
  ['stripe.confirmSetup({})', /expected either `elements` or `clientSecret`, but got neither/],
  [`stripe.confirmPayment({ clientSecret: 'pi_1_secret_2' })`, /return_url` argument is required unless/],
  [
    `stripe.confirmPayment({ elements: stripe.elements({ mode: 'setup' }), redirect: 'if_required' })`,
    /You must pass in a clientSecret when calling stripe.confirmPayment/,
  ],
  [
    `stripe.confirmPayment({ elements: stripe.elements({ clientSecret: 'pi_1_secret_2' }), redirect: 'if_required' })`,
    /elements should have a mounted Payment Element or Express Checkout Element/,
  ],
  ['stripe.confirmCardPayment()', SECRET_FORM],
  [
    `stripe.confirmCardPayment('pi_1_secret_2', stripe.elements().create('card'))`,
    /Do not pass an Element to stripe.confirmCardPayment\(\) directly/,
  ],
  [
    `stripe.confirmCardPayment('pi_1_secret_2', { payment_method: { card: stripe.elements().create('card') } })`,
    /We could not retrieve data from the specified Element/,
  ],
  [`stripe.createPaymentMethod({ type: 'card', card: stripe.elements().create('card') })`, /still mounted/],
  [`stripe.createToken('pig')`, /a valid token type/],
  [`stripe.retrievePaymentIntent('pi_123')`, SECRET_FORM],
  ['stripe.handleNextAction({})', SECRET_FORM],
])('throws an IntegrationError for what can never work: %s', async (code, message) => {
  const thrown = await thrownBy(code.startsWith('const ') ? code : `return ${code}`)
  expect(thrown).toMatch(/^IntegrationError: /)
  expect(thrown).toMatch(message)
})

it('demands elements.submit() of a deferred form', async () => {
  const code = `const e = stripe.elements({ mode: 'payment', amount: 900, currency: 'usd' })
    const payment = e.create('payment')
    await new Promise(resolve => { payment.on('ready', resolve); payment.mount('#line') })
    try { await stripe.confirmPayment({ elements: e, clientSecret: 'pi_1_secret_2', redirect: 'if_required' }) }
    finally { payment.destroy() }`
  expect(await thrownBy(code)).toMatch(/elements.submit\(\) must be called before stripe.confirmPayment\(\)/)
})

it('resolves with an error for what the API refuses', async () => {
  const missing = { error: { type: 'invalid_request_error', code: 'resource_missing' } }
  for (const method of ['retrieveSetupIntent', 'confirmCardSetup', 'handleCardAction']) {
    expect(await page.evaluate(`stripe.${method}('seti_none_secret_x')`)).toMatchObject(missing)
  }
  const { client_secret: secret } = await emulator.stripe.paymentIntents.create({
    amount: 900,
    currency: 'usd',
    payment_method: 'pm_card_visa',
  })
  const params = `{ clientSecret: '${secret}', confirmParams: { return_url: 'nowhere' } }`
  expect(await page.evaluate(`stripe.confirmPayment(${params})`)).toMatchObject({
    error: { code: 'url_invalid', param: 'return_url' },
  })
})
