import type { Page } from '@playwright/test'
import { aPdf, aPhoto } from './support/documents.ts'
import { aNewContractor, type Person } from './support/people.ts'
import { expect, test } from './support/test.ts'
import { acceptTerms, giveBankAccount, giveDetails, sendDocument } from './support/verification-steps.ts'

test('verification goes on in another browser after every step', async ({ browserOf }) => {
  test.setTimeout(150_000)
  const contractor = await aNewContractor()
  const newcomer = { displayName: contractor.name, email: contractor.email, password: '' }
  const steps: ((page: Page, person: Person) => Promise<void>)[] = [
    page => acceptTerms(page),
    page => giveDetails(page, newcomer),
    page => giveBankAccount(page, newcomer),
    async page => sendDocument(page, '4. Identity document', 'Photo page', await aPhoto('passport.jpg')),
    page => sendDocument(page, '5. Additional document', 'Document', aPdf('bill.pdf')),
  ]
  for (const [done, give] of steps.entries()) {
    const page = await browserOf(contractor)
    await page.goto('/onboarding')
    await expect(
      page.getByRole('region', { name: /^[1-5]\. / }).getByText('To do', { exact: true }),
    ).toHaveCount(steps.length - done)
    await give(page, contractor)
    await page.context().close()
  }
  const page = await browserOf(contractor)
  await page.goto('/onboarding')
  await expect(page.getByRole('region', { name: 'You are verified' })).toBeVisible()
})
