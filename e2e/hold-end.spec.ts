import { anEmployer, anOrder } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('the employer chooses what the end of the hold brings, and both sides read it', async ({
  browserOf,
  contractor,
}) => {
  const employer = await anEmployer()
  const { id } = await anOrder(employer, contractor, 'delivered')
  const buyer = await browserOf(employer)
  await buyer.goto(`/orders/${id}`)
  await expect(buyer.getByText(/^Without a word from you it is approved on/)).toBeVisible()
  const end = buyer.getByRole('region', { name: 'At the end of the hold' })
  await expect(end.getByRole('radio', { name: /^Ask me/ })).toBeChecked()
  await end.getByText('Approve the work', { exact: true }).click()
  await end.getByRole('button', { name: 'Save the choice' }).click()
  await expect(end.getByText('Your choice is kept.')).toBeVisible()
  await buyer.reload()
  await expect(end.getByRole('radio', { name: /^Approve the work/ })).toBeChecked()

  const seller = await browserOf(contractor)
  await seller.goto(`/orders/${id}`)
  await expect(
    seller.getByText('In the last hour, work that you have delivered is approved by itself.'),
  ).toBeVisible()
  await expect(seller.getByText('End of the hold decided beforehand')).toBeVisible()
})
