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
  shop = await openShop(emulator.url, script, '<main><h1>Shop</h1></main>')
  browser = await launchChromium()
  page = await (await browser.newContext()).newPage()
}, 30_000)

afterAll(async () => {
  await browser.close()
  await shop.close()
  await emulator.stop()
})

const CHALLENGED = 'pm_card_threeDSecure2Required'

/** Presses a button of the bank's page and tells with what the shop's page was come back to. */
async function answer(button: string): Promise<Record<string, string>> {
  await page.getByRole('button', { name: button }).click()
  await page.getByRole('heading', { name: 'Done' }).waitFor()
  return Object.fromEntries(new URL(page.url()).searchParams)
}

it('sends the payer of a payment confirmed on the server to the bank, and back', async () => {
  const intent = await emulator.stripe.paymentIntents.create({
    amount: 5000,
    currency: 'usd',
    confirm: true,
    payment_method: CHALLENGED,
    return_url: `${shop.origin}/done?order=7`,
  })
  const { next_action } = intent
  expect(next_action).toMatchObject({
    type: 'redirect_to_url',
    redirect_to_url: { return_url: `${shop.origin}/done?order=7` },
  })
  await page.goto(next_action?.redirect_to_url?.url ?? '')
  expect(await axeViolations(page)).toEqual([])
  expect(await answer('Complete')).toEqual({
    order: '7',
    payment_intent: intent.id,
    payment_intent_client_secret: intent.client_secret,
    redirect_status: 'succeeded',
  })
  expect((await emulator.stripe.paymentIntents.retrieve(intent.id)).status).toBe('succeeded')
})

it('comes back from a failed or closed check of a card to be saved', async () => {
  for (const button of ['Fail', 'Close']) {
    const intent = await emulator.stripe.setupIntents.create({
      confirm: true,
      payment_method: CHALLENGED,
      return_url: `${shop.origin}/done`,
    })
    await page.goto(intent.next_action?.redirect_to_url?.url ?? '')
    expect(await answer(button)).toEqual({
      setup_intent: intent.id,
      setup_intent_client_secret: intent.client_secret,
      redirect_status: 'failed',
    })
    expect((await emulator.stripe.setupIntents.retrieve(intent.id)).status).toBe('requires_payment_method')
  }
})

it('is gone to by handleNextAction, on a connected account too', async () => {
  const { id: account } = await emulator.stripe.accounts.create({ type: 'custom', country: 'US' })
  const intent = await emulator.stripe.setupIntents.create(
    { confirm: true, payment_method: CHALLENGED, return_url: `${shop.origin}/done` },
    { stripeAccount: account },
  )
  await page.goto(shop.origin)
  await page.evaluate('stripeReady')
  await page.evaluate(
    `void Stripe('pk_test_local', { stripeAccount: '${account}' }).handleNextAction({ clientSecret: '${intent.client_secret}' })`,
  )
  expect(await answer('Complete')).toMatchObject({ setup_intent: intent.id, redirect_status: 'succeeded' })
})

it('tells a card declined after the check as failed, and refuses an address that is none', async () => {
  const method = await emulator.browser.paymentMethods.create({
    type: 'card',
    card: { number: '4000008400001629', exp_month: 12, exp_year: 2034, cvc: '123' },
  })
  const wanted = { amount: 5000, currency: 'usd', confirm: true, payment_method: method.id }
  await expect(
    emulator.stripe.paymentIntents.create({ ...wanted, return_url: '/done' }),
  ).rejects.toMatchObject({
    code: 'url_invalid',
    param: 'return_url',
  })
  const intent = await emulator.stripe.paymentIntents.create({ ...wanted, return_url: `${shop.origin}/done` })
  await page.goto(intent.next_action?.redirect_to_url?.url ?? '')
  expect(await answer('Complete')).toMatchObject({ redirect_status: 'failed' })
  expect(await emulator.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
    last_payment_error: { code: 'card_declined' },
  })
})
