import { checkInvariants } from '#lib/ledger/invariants.ts'
import { anAdmin, anEmployer, anOrder, aVerifiedContractor } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('what was taken from a contractor by mistake is given back by one press, and the debt forgiven', async ({
  browserOf,
  stripe,
}) => {
  await stripe.fundPlatform()
  const contractor = await aVerifiedContractor()
  const { id } = await anOrder(await anEmployer('pm_card_bypassPending'), contractor, 'completed')
  const page = await browserOf(await anAdmin('finance'))
  await page.goto(`/admin/contractors/${contractor.actor.userId}?order=${id}&amount=200#recover`)
  await page.getByRole('button', { name: 'Show what moves' }).click()
  await page.getByLabel('Reason', { exact: true }).selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Recover $200.00' }).click()
  await expect(page.getByText('Recovery of $200.00: owed')).toBeVisible()

  await page.getByRole('button', { name: 'Give back…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('that they still owe is forgiven')
  await dialog.getByRole('button', { name: 'Give $200.00 back' }).click()
  await expect(dialog.getByText('Say why.')).toBeVisible()
  await dialog.getByLabel('Reason, for the record').fill('The employer wrote that all was well.')
  await dialog.getByRole('button', { name: 'Give $200.00 back' }).click()
  const recoveries = page.getByRole('list', { name: 'Recoveries' })
  await expect(recoveries.getByText('Returned', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Give back…' })).toHaveCount(0)
  expect((await checkInvariants(false)).flatMap(({ breaches }) => breaches)).toEqual([])
})
