import type { Locator, Page } from '@playwright/test'
import { aPdf, aPhoto } from './support/documents.ts'
import { aCompany, aNewContractor } from './support/people.ts'
import { expect, test } from './support/test.ts'
import { acceptTerms, sendDocument } from './support/verification-steps.ts'

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

async function fill(form: Locator, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    await form.getByLabel(label, { exact: true }).fill(value)
  }
}

const ADDRESS = { 'Street and house number': 'address_full_match', City: 'Hamburg', 'Postal code': '20095' }
const person = (firstName: string) => ({
  'First name': firstName,
  'Last name': 'Harbour',
  Day: '1',
  Month: '1',
  Year: '1901',
  'E-mail': `${firstName.toLowerCase()}@example.test`,
  'Phone, with country code': '+49 30 123456',
  ...ADDRESS,
})

test('a company names its people and can be ordered from', async ({ browserOf }) => {
  test.setTimeout(150_000)
  const contractor = await aNewContractor('DE')
  const page = await browserOf(contractor)
  await page.goto('/onboarding')

  await test.step('who is paid', async () => {
    const who = region(page, 'Who is paid?')
    await expect(who.getByRole('radio', { name: /^I am paid as a private person/ })).toBeChecked()
    await who.getByRole('radio', { name: /^My company is paid/ }).check()
    await who.getByRole('button', { name: 'Save who is paid' }).click()
    await expect(region(page, '2. Company')).toBeVisible()
    await expect(region(page, '2. Personal details')).toHaveCount(0)
  })

  await acceptTerms(page)

  await test.step('the company', async () => {
    const company = region(page, '2. Company')
    await company.getByRole('button', { name: 'Save company' }).click()
    await expect(company.getByText('Enter the name under which the company is registered.')).toBeVisible()
    await fill(company, {
      'Registered name': 'Harbour Works GmbH',
      'Commercial register number (HRB)': '000000000',
      'Phone, with country code': '+49 30 123456',
      ...ADDRESS,
    })
    await company.getByRole('button', { name: 'Save company' }).click()
    await expect(company.getByText(/^(Done|Stripe is checking)$/)).toBeVisible()
    await expect(region(page, 'Who is paid?')).toHaveCount(0)
  })

  await test.step('its people', async () => {
    const people = region(page, '3. People of the company')
    await fill(people, person('Ada'))
    await people.getByLabel(/^Title/).fill('Managing director')
    await people.getByRole('button', { name: 'Name this person' }).click()
    const named = people.getByRole('list', { name: 'People named' })
    await expect(named.getByRole('heading', { name: 'Ada Harbour' })).toBeVisible()

    await people.getByText('Name somebody else', { exact: true }).click()
    const form = people
      .locator('form')
      .filter({ has: page.getByRole('button', { name: 'Name this person' }) })
    await fill(form, { ...person('Otto'), 'Phone, with country code': '' })
    await form.getByRole('button', { name: 'Name this person' }).click()
    await expect(form.getByText('Tick what this person is in the company.')).toBeVisible()
    await form.getByRole('checkbox', { name: /^Owns 25/ }).check()
    await form.getByRole('button', { name: 'Name this person' }).click()
    await expect(named.getByRole('heading', { name: 'Otto Harbour' })).toBeVisible()

    await people.getByRole('button', { name: 'Everybody is named' }).click()
    await expect(people.getByText(/^(Done|Stripe is checking)$/)).toBeVisible()
    await expect(people.getByText('Ada Harbour, Otto Harbour')).toBeVisible()
  })

  await test.step('somebody is taken away again', async () => {
    const people = region(page, '3. People of the company')
    await people.getByText('Change people', { exact: true }).click()
    await people.getByText('Change Otto Harbour', { exact: true }).click()
    await people.getByRole('button', { name: 'Take Otto Harbour away' }).click()
    await expect(people.getByRole('heading', { name: 'Otto Harbour' })).toHaveCount(0)
  })

  await test.step('bank and documents', async () => {
    const bank = region(page, '4. Bank account')
    await fill(bank, { 'Account holder': 'Harbour Works GmbH', IBAN: 'DE89370400440532013000' })
    await bank.getByRole('button', { name: 'Save bank account' }).click()
    await expect(bank.getByText(/^(Done|Stripe is checking)$/)).toBeVisible()
    await expect(region(page, '5. Identity document').getByText(/^Of Ada Harbour\./)).toBeVisible()
    await sendDocument(page, '5. Identity document', 'Photo page', await aPhoto('passport.jpg'))
    await sendDocument(page, '6. Additional document', 'Document', aPdf('bill.pdf'))
    await expect(region(page, 'You are verified')).toBeVisible()
    await expect(page.getByText('Employers can order from you.')).toBeVisible()
  })
})

test('a company and an owner whom Stripe cannot confirm are asked for documents where they stand', async ({
  browserOf,
}) => {
  const page = await browserOf(await aCompany())
  await expect(async () => {
    await page.goto('/onboarding')
    await expect(region(page, 'Identity document of Olaf Harbour')).toBeVisible({ timeout: 1000 })
  }).toPass()
  const ofCompany = region(page, 'Document of the company')
  await ofCompany.getByLabel('Document', { exact: true }).setInputFiles(await aPhoto('register.jpg'))
  await ofCompany.getByRole('button', { name: 'Send to Stripe' }).click()
  await expect(ofCompany).toHaveCount(0)
  const identity = region(page, 'Identity document of Olaf Harbour')
  await identity.getByLabel('Photo page').setInputFiles(await aPhoto('passport.jpg'))
  await identity.getByRole('button', { name: 'Send to Stripe' }).click()
  await expect(identity).toHaveCount(0)
  const proof = region(page, 'Proof of address of Olaf Harbour')
  await proof.getByLabel('Document', { exact: true }).setInputFiles(aPdf('bill.pdf'))
  await proof.getByRole('button', { name: 'Send to Stripe' }).click()
  await expect(proof).toHaveCount(0)
  await expect(
    region(page, '3. People of the company').getByText(/^(Done|Stripe is checking)$/),
  ).toBeVisible()
  await expect(
    page.getByText(/Still missing: your identity document and your additional document/),
  ).toBeVisible()
})
