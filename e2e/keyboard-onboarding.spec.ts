import type { Page } from '@playwright/test'
import { aBlurredPhoto, aPdf, aPhoto } from './support/documents.ts'
import { chooseFile, press, tabTo, typeInto } from './support/keyboard.ts'
import { aNewContractor } from './support/people.ts'
import { expect, test } from './support/test.ts'

const region = (page: Page, name: string) => page.getByRole('region', { name })
const expectGiven = (page: Page, name: string) =>
  expect(region(page, name).getByText(/^(Done|Stripe is checking)$/)).toBeVisible()

const DETAILS: Record<string, string> = {
  'First name': 'Nia',
  'Last name': 'Stone',
  Day: '1',
  Month: '1',
  Year: '1901',
  'Phone, with country code': '+1 415 555 0100',
  'Street and house number': 'address_full_match',
  City: 'San Francisco',
  State: 'CA',
  'ZIP code': '94103',
  'Last four digits of your social security number': '0000',
}

test('a contractor becomes verified with the keyboard alone', async ({ browserOf }) => {
  test.setTimeout(150_000)
  const contractor = await aNewContractor()
  const page = await browserOf(contractor)
  await page.goto('/onboarding')

  await test.step('to the content, past the navigation', async () => {
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
    await page.keyboard.press('Enter')
    await press(page, page.getByRole('link', { name: 'Go to “Terms”' }), 'Enter')
    await expect(page).toHaveURL(/#terms$/)
  })

  await test.step('who is paid, chosen with the arrows and chosen back', async () => {
    const who = region(page, 'Who is paid?')
    await tabTo(page, who.getByRole('radio', { checked: true }))
    await page.keyboard.press('ArrowDown')
    await expect(who.getByRole('radio', { name: /^My company is paid/ })).toBeChecked()
    await page.keyboard.press('ArrowUp')
    await press(page, who.getByRole('button', { name: 'Save who is paid' }), 'Enter')
    await expect(who.getByText('You are paid as a private person.')).toBeVisible()
  })

  await test.step('the terms, with the focus on what was forgotten', async () => {
    const terms = region(page, '1. Terms')
    await press(page, terms.getByRole('button', { name: 'Accept the terms' }), 'Enter')
    await expect(terms.getByRole('checkbox')).toBeFocused()
    await page.keyboard.press('Space')
    await press(page, terms.getByRole('button', { name: 'Accept the terms' }))
    await expectGiven(page, '1. Terms')
  })

  await test.step('the details, sent with Enter from a field', async () => {
    const details = region(page, '2. Personal details')
    for (const [label, value] of Object.entries(DETAILS))
      await typeInto(page, details.getByLabel(label, { exact: true }), value)
    await page.keyboard.press('Enter')
    await expectGiven(page, '2. Personal details')
  })

  await test.step('the bank account', async () => {
    const bank = region(page, '3. Bank account')
    await typeInto(page, bank.getByLabel('Account holder'), contractor.name)
    await typeInto(page, bank.getByLabel('Routing number'), '110000000')
    await typeInto(page, bank.getByLabel('Account number'), '000123456789')
    await page.keyboard.press('Enter')
    await expectGiven(page, '3. Bank account')
  })

  await test.step('the card by its two sides, one of them blurred and sent anyway', async () => {
    const identity = region(page, '4. Identity document')
    await tabTo(page, identity.getByRole('radio', { checked: true }))
    await page.keyboard.press('ArrowDown')
    await expect(identity.getByRole('radio', { name: 'ID card' })).toBeChecked()
    await chooseFile(page, identity.getByLabel('Front', { exact: true }), await aPhoto('front.jpg'))
    const back = identity.getByLabel('Back', { exact: true })
    await chooseFile(page, back, await aBlurredPhoto('back.jpg'))
    await expect(identity.getByText(/^This picture looks blurred/)).toBeVisible()
    await press(page, identity.getByRole('button', { name: 'Send to Stripe' }), 'Enter')
    await expect(back).toBeFocused()
    await tabTo(page, back)
    await press(page, identity.getByRole('checkbox', { name: /^Send it anyway/ }))
    await press(page, identity.getByRole('button', { name: 'Send to Stripe' }), 'Enter')
    await expectGiven(page, '4. Identity document')
  })

  await test.step('the letter, and it is done', async () => {
    const additional = region(page, '5. Additional document')
    await chooseFile(page, additional.getByLabel('Document', { exact: true }), aPdf('bill.pdf'))
    await press(page, additional.getByRole('button', { name: 'Send to Stripe' }), 'Enter')
    await expect(region(page, 'You are verified')).toBeVisible()
  })
})
