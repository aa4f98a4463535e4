import { anAdmin, anEmployer, anOrder } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('what the parties disagree about is decided by an admin, who pays a part of the hold', async ({
  browserOf,
  contractor,
}) => {
  const employer = await anEmployer()
  const order = await anOrder(employer, contractor, 'delivered')
  const admin = await anAdmin()
  const buyer = await browserOf(employer)
  await buyer.goto(`/orders/${order.id}`)
  await buyer.getByRole('button', { name: 'Ask Holdfast to decide…' }).click()
  await buyer.getByLabel('What do you disagree about?').fill('Bad')
  await buyer.getByRole('button', { name: 'Open a disagreement' }).click()
  await expect(buyer.getByText('At least 10 characters.')).toBeVisible()
  await buyer.getByLabel('What do you disagree about?').fill('Only half of the hull was painted.')
  await buyer.getByRole('button', { name: 'Open a disagreement' }).click()
  await expect(buyer.getByText('Waits for a decision')).toBeVisible()
  await expect(buyer.getByRole('dialog')).toBeHidden()
  await expect(buyer.getByText('Without a word from you')).toHaveCount(0)

  const seller = await browserOf(contractor, { javaScriptEnabled: false })
  await seller.goto(`/orders/${order.id}`)
  await expect(seller.getByText('Only half of the hull was painted.')).toBeVisible()
  await expect(seller.getByRole('button', { name: 'We have agreed: take it back' })).toHaveCount(0)

  const judge = await browserOf(admin)
  await judge.goto('/notifications')
  await judge
    .getByRole('link', { name: /There is a disagreement/ })
    .first()
    .click()
  await expect(judge).toHaveURL(new RegExp(`/admin/orders/${order.id}`))
  await judge.goto('/dashboard')
  await expect(judge.getByRole('heading', { name: 'Needs you' })).toBeVisible()
  await expect(judge.getByRole('heading', { name: /^Disagreements to decide/ })).toBeVisible()
  await judge.goto('/admin/disagreements')
  await judge.getByRole('link', { name: order.title }).click()
  await judge.getByLabel('Pay the contractor').check()
  await judge.getByLabel('Amount to pay in USD').fill('500')
  await judge.getByRole('textbox', { name: 'Why' }).fill('Half of the work is half of the money.')
  await judge.getByRole('button', { name: 'Decide' }).click()
  await expect(judge.getByText('No more than the held amount can be taken.')).toBeVisible()
  await judge.getByLabel('Amount to pay in USD').fill('60')
  await judge.getByRole('button', { name: 'Decide' }).click()
  await expect(judge.getByText('Pay the contractor: $60.00 of the hold')).toBeVisible()

  await buyer.reload()
  await expect(buyer.getByText('Half of the work is half of the money.')).toBeVisible()
  await expect(buyer.getByText('$60.00 was taken from the card', { exact: false })).toBeVisible()
})

test('the parties agree after all, and whoever opened it takes it back', async ({
  browserOf,
  contractor,
}) => {
  const order = await anOrder(await anEmployer(), contractor, 'held')
  const seller = await browserOf(contractor)
  await seller.goto(`/orders/${order.id}`)
  await seller.getByRole('button', { name: 'Ask Holdfast to decide…' }).click()
  await seller.getByLabel('What do you disagree about?').fill('The employer does not answer.')
  await seller.getByRole('button', { name: 'Open a disagreement' }).click()
  await seller.getByRole('button', { name: 'We have agreed: take it back' }).click()
  await expect(seller.getByText('Taken back', { exact: true })).toBeVisible()
  await expect(seller.getByRole('button', { name: 'Ask Holdfast to decide…' })).toBeVisible()
})
