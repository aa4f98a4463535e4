import { expectOk } from '#lib/demo/expect-ok.ts'
import { reconcile } from '#lib/reconciliation/reconcile.ts'
import type { LocalStripe } from './support/local-stripe.ts'
import { anAdmin } from './support/people.ts'
import { expect, test } from './support/test.ts'

/** Money of the platform’s other business, which the ledger does not know. Returns the id of its charge. */
async function otherBusiness(stripe: LocalStripe): Promise<string> {
  await stripe.fundPlatform()
  const { data } = await stripe.get<{ data: { id: string }[] }>('charges', { limit: 1 })
  return data[0]?.id ?? ''
}

test('an admin posts a difference from Stripe with a reason, and beyond the limit another one lets it through', async ({
  browserOf,
  stripe,
}) => {
  const charges = [await otherBusiness(stripe), await otherBusiness(stripe)]
  expectOk(await reconcile(), 'reconcile')
  const finance = await anAdmin('finance')
  const page = await browserOf(finance)
  const [first, second] = charges.map(id => page.getByRole('row').filter({ hasText: id }))
  if (!first || !second) throw new Error('two charges were made')
  await page.goto('/admin/discrepancies')
  await first.getByRole('link', { name: 'Post the difference' }).click()
  await page.getByLabel('Reason for the record').fill('Income from workshops.')
  await page.getByRole('button', { name: 'Post $970.70' }).click()
  await expect(page).toHaveURL(/gone=1/)
  await expect(first).toContainText(`Posted by ${finance.name}: “Income from workshops.”`)

  await page.goto('/admin/discrepancies')
  await expect(first).toHaveCount(0)
  await second.getByRole('link', { name: 'Post the difference' }).click()
  await page.getByLabel('Reason for the record').fill('Income from workshops.')
  await page.getByRole('button', { name: 'Post $970.70' }).click()
  await expect(second.getByText('Another admin decides: you asked for it yourself.')).toBeVisible()
  await expect(second.getByRole('button', { name: 'Let it be posted' })).toHaveCount(0)

  const other = await browserOf(await anAdmin())
  await other.goto('/admin/discrepancies')
  const waiting = other.getByRole('row').filter({ hasText: charges[1] ?? '' })
  await waiting.getByRole('button', { name: 'Let it be posted' }).click()
  await expect(other).toHaveURL(/gone=1/)
  await expect(waiting).toContainText('Income from workshops.')
})
