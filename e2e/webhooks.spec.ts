import { anEvent } from './support/agreements.ts'
import { anAdmin, anEmployer, anOrder } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('an admin has the local Stripe deliver an event twice, late and after a later one, and nothing changes', async ({
  browserOf,
  contractor,
}) => {
  await anOrder(await anEmployer(), contractor, 'completed')
  const page = await browserOf(await anAdmin('finance'))
  await page.goto(`/admin/webhooks/${await anEvent()}`)
  await expect(page.getByRole('region', { name: 'What it said' }).last()).toContainText('"payment_intent"')
  await page.getByRole('button', { name: 'Deliver it twice' }).click()
  await expect(page.getByText('recognized: nothing was stored, and nothing changed.')).toBeVisible()
  await page.getByRole('button', { name: 'Deliver it after a later one' }).click()
  await expect(page.getByText('2 events came and were handled; nothing changed.')).toBeVisible()
  await page.getByRole('button', { name: 'Deliver it late' }).click()
  await expect(page.getByText('1 event came and was handled; nothing changed.')).toBeVisible({
    timeout: 15_000,
  })
})
