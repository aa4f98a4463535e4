import { db } from '#lib/db.ts'
import { anAdmin, anEmployer, anOrder } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('a refund beyond the limit waits under “Needs you”, its asker cannot approve it, and another admin does', async ({
  browserOf,
  contractor,
}) => {
  const employer = await anEmployer('pm_card_bypassPending')
  const order = await anOrder(employer, contractor, 'completed', 120_000n)
  const asker = await anAdmin('finance')
  // Without JavaScript: a form, an address, a form.
  const page = await browserOf(asker, { javaScriptEnabled: false })
  await page.goto(
    `/admin/orders/${order.id}?refund=preview&amount=1100&reverseTransfer=on&refundCommission=on#refund`,
  )
  await page.getByLabel('Reason', { exact: true }).selectOption({ label: 'Work was not as agreed' })
  await page.getByLabel('Note for the record').fill('Half of it was never painted.')
  await page.getByRole('button', { name: 'Refund $1,100.00' }).click()
  await expect(page).toHaveURL(/\?asked=apr_/)
  const waiting = page.getByRole('region', { name: 'Waits for a second admin' })
  await expect(waiting.getByText('Another admin decides: you asked for it yourself.')).toBeVisible()
  await expect(waiting.getByRole('button', { name: 'Decide' })).toBeHidden()
  expect(await db().refund.count({ where: { payment: { orderId: order.id } } })).toBe(0)

  const second = await browserOf(await anAdmin())
  await second.goto('/admin/attention')
  await second.getByRole('link', { name: 'Refund of $1,100.00' }).click()
  const entry = second.getByRole('listitem').filter({ hasText: order.title })
  await expect(entry.getByRole('row', { name: /Stone.*\(contractor\)/ })).toContainText('−$990.00')
  await entry.getByRole('radio', { name: 'Decline' }).check()
  await entry.getByRole('button', { name: 'Decide' }).click()
  await expect(entry.getByText('Say why.')).toBeVisible()
  await entry.getByRole('radio', { name: `Approve: refund $1,100.00 to ${employer.name}` }).check()
  await entry.getByRole('button', { name: 'Decide' }).click()
  await expect(second.getByText('It is under way at Stripe, or done.')).toBeVisible()
  await expect(entry.getByText('Approved', { exact: true })).toBeVisible()
  await second.goto(`/admin/orders/${order.id}`)
  await expect(second.getByRole('list', { name: 'Refunds' })).toContainText('$1,100.00')
  await expect(second.getByRole('list', { name: 'Refunds' })).toContainText(asker.name)
})
