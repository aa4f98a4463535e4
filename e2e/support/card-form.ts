import { expect, type Page } from '@playwright/test'

/** Stripe's test cards by what they are for: https://docs.stripe.com/testing. */
export const CARDS = {
  good: '4242424242424242',
  goodMastercard: '5555555555554444',
  /** Refused already when it is saved. */
  declined: '4000000000000002',
  /** Can be saved, and is refused when it is to pay. */
  declinedLater: '4000000000000341',
  /** Wants 3D Secure whenever it is used. */
  wantsCheck: '4000002760003184',
} as const

/** The frame of Stripe's own form, from Stripe's own origin: what is typed there never reaches our page. */
const frameOf = (page: Page) => page.frameLocator('iframe[title="Secure payment input frame"]')

/** Types a card into Stripe's form, which must be open or opening. */
export async function typeCard(page: Page, number: string): Promise<void> {
  const frame = frameOf(page)
  await frame.getByRole('textbox', { name: 'Card number' }).fill(number)
  await frame.getByRole('textbox', { name: 'Expiration date' }).fill('12 / 34')
  await frame.getByRole('textbox', { name: 'Security code' }).fill('123')
  await frame.getByRole('combobox', { name: 'Country' }).selectOption({ label: 'United States' })
  await frame.getByRole('textbox', { name: 'ZIP code' }).fill('94103')
  // A click that has to scroll first can land on the frame below: its own process scrolls a moment later.
  await page.getByRole('button', { name: /^Save card/ }).scrollIntoViewIfNeeded()
}

/** Answers the bank's check that is open, or about to open, over the page. */
export async function answerBank(page: Page, answer: 'Complete' | 'Fail'): Promise<void> {
  const bank = page.frameLocator('iframe[title="3D Secure challenge"]')
  const button = bank.getByRole('button', { name: answer })
  await expect(button).toBeVisible()
  // This one closes. Another may open at once: the bank checks a card when it is saved, and again when it pays.
  const asked = await page.getByRole('dialog', { name: '3D Secure authentication' }).elementHandle()
  await button.click()
  await asked?.waitForElementState('hidden')
}
