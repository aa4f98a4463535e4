import type { Page } from '@playwright/test'
import type { Upload } from './documents.ts'
import type { newcomer } from './people.ts'
import { expect } from './test.ts'

/** Somebody who has not signed up yet. */
type Newcomer = ReturnType<typeof newcomer>

/** One of the numbered cards of the verification page. */
const step = (page: Page, name: string) => page.getByRole('region', { name })

async function expectDone(page: Page, name: string): Promise<void> {
  await expect(step(page, name).getByText(/^(Done|Stripe is checking)$/)).toBeVisible()
}

/** Accepts the terms, after finding out that an unticked box accepts nothing. */
export async function acceptTerms(page: Page): Promise<void> {
  const terms = step(page, '1. Terms')
  await expect(terms.getByRole('link', { name: 'Stripe Connected Account Agreement' })).toHaveAttribute(
    'href',
    'https://stripe.com/connect-account/legal/full',
  )
  await terms.getByRole('button', { name: 'Accept the terms' }).click()
  await expect(terms.getByText('Tick the box: nothing is accepted on your behalf.')).toBeVisible()
  await terms.getByRole('checkbox', { name: /^I have read and accept/ }).check()
  await terms.getByRole('button', { name: 'Accept the terms' }).click()
  await expectDone(page, '1. Terms')
}

/** Gives the personal details, with values that Stripe matches in test mode. */
export async function giveDetails(page: Page, person: Newcomer): Promise<void> {
  const details = step(page, '2. Personal details')
  const [firstName = '', lastName = ''] = person.displayName.split(' ')
  const values: Record<string, string> = {
    'First name': firstName,
    'Last name': lastName,
    Day: '1',
    Month: '1',
    Year: '1901',
    'Phone, with country code': '+1 415 555 0100',
    'Street and house number': 'address_full_match',
    City: 'San Francisco',
    State: 'CA',
    'ZIP code': '94103',
  }
  for (const [label, value] of Object.entries(values)) {
    await details.getByLabel(label, { exact: true }).fill(value)
  }
  await expect(details.getByLabel('E-mail', { exact: true })).toHaveValue(person.email)
  await details.getByLabel('Last four digits of your social security number').fill('0000')
  await details.getByRole('button', { name: 'Save details' }).click()
  await expectDone(page, '2. Personal details')
}

/** Gives one of Stripe's test bank accounts; its numbers go to Stripe alone. */
export async function giveBankAccount(
  page: Page,
  person: Pick<Newcomer, 'displayName'>,
  number = '000123456789',
): Promise<void> {
  const bank = step(page, '3. Bank account')
  await bank.getByLabel('Account holder').fill(person.displayName)
  await bank.getByLabel('Routing number').fill('110000000')
  await bank.getByLabel('Account number').fill(number)
  await bank.getByRole('button', { name: 'Save bank account' }).click()
  await expectDone(page, '3. Bank account')
  await expect(bank.getByText(`ending in ${number.slice(-4)} (USD)`)).toBeVisible()
}

/** Sends a document and sees the bar move: the request is kept waiting until the bar was seen. */
export async function sendDocument(page: Page, name: string, label: string, photo: Upload): Promise<void> {
  const document = step(page, name)
  let seen = () => {}
  const whenSeen = new Promise<void>(resolve => {
    seen = resolve
  })
  await page.route('**/api/onboarding/documents?*', async route => {
    await whenSeen
    await route.continue()
  })
  await document.getByLabel(label, { exact: true }).setInputFiles(photo)
  await document.getByRole('button', { name: 'Send to Stripe' }).click()
  const bar = document.getByRole('progressbar', { name: `Upload of the ${label.toLowerCase()}` })
  await expect(bar).toBeVisible()
  seen()
  await expectDone(page, name)
  await page.unroute('**/api/onboarding/documents?*')
}
