import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { axeViolations, launchChromium } from './testing/chromium.ts'
import { pageScript } from './testing/page-script.ts'
import { openShop, type Shop } from './testing/shop.ts'

let emulator: TestEmulator
let shop: Shop
let browser: Browser
let page: Page
const problems: string[] = []

beforeAll(async () => {
  emulator = await startTestEmulator()
  const script = pageScript(readFileSync(new URL('./testing/react-form.cjs', import.meta.url), 'utf8'))
  shop = await openShop(emulator.url, script, '<div id="root"></div>')
  browser = await launchChromium()
}, 30_000)

afterEach(async () => {
  await page.context().close()
  expect(problems.splice(0)).toEqual([])
})

afterAll(async () => {
  await browser.close()
  await shop.close()
  await emulator.stop()
})

async function open(query = '', width = 700): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 700 }, locale: 'en-US' })
  page = await context.newPage()
  page.on('pageerror', error => problems.push(error.message))
  page.on('console', message => {
    // The browser itself notes every answer that is an error.
    if (message.type() !== 'log' && !message.text().includes('Failed to load resource'))
      problems.push(message.text())
  })
  await page.goto(`${shop.origin}/${query}`)
  await page.locator('button:enabled', { hasText: 'Save' }).waitFor()
}

const frame = () => page.frameLocator('iframe[title="Secure payment input frame"]')
const number = () => frame().getByLabel('Card number')
const status = () => page.getByRole('status')

async function type(card: string): Promise<void> {
  await number().pressSequentially(card)
  await frame().getByLabel('Expiration date').pressSequentially('1234')
  await frame().getByLabel('Security code').pressSequentially('123')
}

describe('the Payment Element of react-stripe-js in StrictMode', () => {
  it('mounts one frame of another origin, without a warning, and leaves nothing behind', async () => {
    await open()
    expect(await page.locator('iframe').count()).toBe(1)
    const src = await page.locator('iframe').getAttribute('src')
    expect(new URL(src ?? '').origin).toBe(emulator.url)
    expect(new URL(src ?? '').origin).not.toBe(shop.origin)
    const reachable = await page.evaluate('Boolean(document.querySelector("iframe").contentDocument)')
    expect(reachable).toBe(false)
    await page.getByRole('button', { name: 'Toggle' }).click()
    expect(await page.locator('iframe').count()).toBe(0)
    await page.getByRole('button', { name: 'Toggle' }).click()
    await number().waitFor()
  })

  it('formats, names the brand, and says what is wrong where it is wrong', async () => {
    await open()
    await number().pressSequentially('378282246310005')
    expect(await number().inputValue()).toBe('3782 822463 10005')
    await frame().getByText('American Express').waitFor()
    await number().fill('4242424242424241')
    await frame().getByText('Your card number is invalid.').waitFor()
    expect(await number().getAttribute('aria-invalid')).toBe('true')
    expect(await number().getAttribute('aria-describedby')).toBe('number-error')
    await frame().getByLabel('Expiration date').pressSequentially('1220')
    await frame().getByText("Your card's expiration year is in the past.").waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await frame().getByText("Your card's security code is incomplete.").waitFor()
    await expect.poll(() => status().textContent()).toBe('invalid_number')
    const focused = await frame().locator('input:focus').getAttribute('name')
    expect(focused).toBe('number')
  })

  it('tells the page of changes, but not what is typed', async () => {
    await open()
    await page.evaluate(
      'window.messages = []; window.addEventListener("message", e => messages.push(JSON.stringify(e.data)))',
    )
    await type('4242424242424242')
    await expect
      .poll(() => page.evaluate('told.at(-1)'))
      .toEqual({
        elementType: 'payment',
        empty: false,
        complete: true,
        collapsed: false,
        value: { type: 'card', billingDetails: { address: { country: 'US', postalCode: null } } },
      })
    const messages = (await page.evaluate('messages.join()')) as string
    expect(messages).toContain('change')
    expect(messages).not.toMatch(/4242|1234|123"/)
  })

  it.each(['?', '?dark'])('has no axe violation, with errors shown, on 320 pixels (%s)', async query => {
    await open(query, 320)
    await page.getByRole('button', { name: 'Save' }).click()
    await frame().getByText('Your card number is incomplete.').waitFor()
    expect(await axeViolations(page)).toEqual([])
    const inner = page.frames()[1]
    expect(await inner?.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    const cut = await inner?.evaluate('document.documentElement.scrollHeight - innerHeight')
    expect(cut).toBe(0)
  })

  it('is worked by keyboard: Tab walks the fields, Enter sends the form', async () => {
    await open()
    await number().focus()
    for (const expected of ['expiry', 'cvc', 'country', 'postalCode']) {
      await page.keyboard.press('Tab')
      await expect.poll(() => frame().locator(':focus').getAttribute('name')).toBe(expected)
    }
    await page.keyboard.press('Enter')
    await expect.poll(() => status().textContent()).toBe('incomplete_number')
  })

  it('ignores messages that are not from its page and channel', async () => {
    await open()
    await number().fill('4242')
    await page.evaluate(`frames[0].postMessage({ channel: 'forged', name: 'clear' }, '*')`)
    // Another window that somehow learned the channel: neither the frame nor the page listens to it.
    const channel = new URL((await page.locator('iframe').getAttribute('src')) ?? '').searchParams.get(
      'channel',
    )
    const forged = `{ channel: '${channel}', name: 'clear' }`
    const change = `{ channel: '${channel}', name: 'change', payload: { complete: true, forged: true } }`
    await page.evaluate(`new Promise(resolve => {
      const other = document.createElement('iframe')
      other.sandbox = 'allow-scripts'
      other.srcdoc = "<script>parent.frames[0].postMessage(${forged}, '*'); parent.postMessage(${change}, '*'); parent.postMessage('sent', '*')</script>"
      addEventListener('message', event => event.data === 'sent' && setTimeout(resolve, 100))
      document.body.append(other)
    })`)
    expect(await number().inputValue()).toBe('4242')
    expect(JSON.stringify(await page.evaluate('told'))).not.toContain('forged')
  })
})
