import { anEmployer } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('an employer asks for an offer, the contractor changes it once, and what is accepted is held', async ({
  browserOf,
  contractor,
}) => {
  const employer = await anEmployer()
  const buyer = await browserOf(employer)
  await buyer.goto(`/contractors/${contractor.actor.userId}`)
  await buyer.getByRole('link', { name: 'Ask for an offer' }).first().click()
  await buyer.getByLabel('What do you need?').fill('A weather vane for a barn, one metre high.')
  await buyer.getByRole('button', { name: 'Ask for an offer' }).click()
  await expect(buyer.getByText('The contractor has been told and will name a price.')).toBeVisible()
  const address = buyer.url()

  const seller = await browserOf(contractor, { javaScriptEnabled: false })
  await seller.goto('/notifications')
  await seller
    .getByRole('link', { name: /You are asked for an offer/ })
    .first()
    .click()
  await seller.goto(address)
  await seller.getByLabel('Title').fill('A weather vane of copper')
  await seller.getByLabel('What you will do').fill('Cut, soldered and mounted.')
  await seller.getByLabel('Price in USD').fill('350')
  await seller.getByLabel('Days until delivery').fill('30')
  await seller.getByRole('button', { name: 'Send the offer' }).click()
  await expect(seller.getByText('The employer has your offer.')).toBeVisible()

  await buyer.reload()
  await expect(buyer.getByRole('button', { name: 'Accept for $350.00' })).toBeVisible()
  await seller.getByLabel('Price in USD').fill('380')
  await seller.getByRole('button', { name: 'Change the offer' }).click()
  await expect(seller.getByText('The employer has your offer.')).toBeVisible()
  await expect(buyer.getByText('This page has news.')).toBeVisible()
  await buyer.getByRole('button', { name: 'Accept for $350.00' }).click()
  await expect(buyer.getByRole('alert').filter({ hasText: 'changed the offer' })).toBeVisible()
  await buyer.reload()
  await buyer.getByRole('button', { name: 'Accept for $380.00' }).click()
  await buyer.getByRole('button', { name: 'Hold $380.00' }).click()
  await expect(buyer.getByText(/^Due by/)).toBeVisible()
  await buyer.goto(address)
  await expect(buyer.getByRole('link', { name: 'Go to the order' })).toBeVisible()
})
