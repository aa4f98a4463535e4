import { aDispute, aWarnedOrder } from './support/agreements.ts'
import { anAdmin } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('an admin answers a dispute with what the order tells, once, after a warning', async ({
  browserOf,
  contractor,
}) => {
  const dispute = await aDispute(contractor)
  const page = await browserOf(await anAdmin())
  await page.goto('/admin/attention')
  await page.locator(`a[href="/admin/disputes/${dispute}"]`).click()
  await expect(page.getByText('Needs evidence')).toBeVisible()
  await expect(page.getByText('Answer until')).toBeVisible()
  await expect(page.getByLabel('What happened')).toHaveValue(/The contractor delivered the work/)
  await expect(page.getByRole('button', { name: 'Send to the bank' })).toHaveCount(0)

  const all = page.getByRole('region', { name: 'Evidence' }).locator('input:not([type=hidden]), textarea')
  const written = await all.evaluateAll(fields => fields.map(field => (field as HTMLInputElement).value))
  for (const field of await all.all()) await field.fill('')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Write something: the bank decides by what it reads here.')).toBeVisible()
  for (const [index, field] of (await all.all()).entries()) await field.fill(written[index] ?? '')
  await page.getByLabel('What happened').fill('The cardholder thanked for the work in writing.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved. The bank has not been told anything yet.')).toBeVisible()

  await page.getByRole('button', { name: 'Send to the bank' }).click()
  await expect(page.getByText('Tick the box: what is sent cannot be changed or added to.')).toBeVisible()
  await page.getByLabel('I have read what was saved, and it is complete.').check()
  await page.getByRole('button', { name: 'Send to the bank' }).click()
  await expect(page.getByText('The bank has the evidence')).toBeVisible()
  await expect(page.getByText('The cardholder thanked for the work in writing.')).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expect(page.getByText('With the bank')).toBeVisible()
})

test('a bank’s warning of fraud leads to the refund of everything, and is over by it', async ({
  browserOf,
  contractor,
}) => {
  const order = await aWarnedOrder(contractor)
  const page = await browserOf(await anAdmin('finance'))
  await page.goto(`/admin/orders/${order.id}`)
  await expect(page.getByText('The card’s bank suspects fraud')).toBeVisible()
  await page.goto('/admin/attention')
  await page.getByRole('link', { name: order.title }).click()
  await expect(page.getByRole('row', { name: /Emma.*\(employer\)/ })).toContainText('+$')
  await expect(page.getByLabel('Reason', { exact: true })).toHaveValue('fraudulent')
  await page.goto('/admin/disputes')
  const warning = page.getByRole('listitem').filter({ hasText: order.title })
  await warning.getByRole('link', { name: 'Refund $120.00 now' }).click()
  await page.getByRole('button', { name: /^Refund \$/ }).click()
  await expect(page).toHaveURL(/\?refunded=rfd_/)
  await expect(page.getByText('The card’s bank suspects fraud')).toBeHidden()
  await page.goto('/admin/disputes')
  await expect(warning.getByText('The payment was refunded whole.')).toBeVisible()
})
