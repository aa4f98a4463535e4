import { anEmployer } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('work in milestones: each is held when it starts and paid for itself, and what has not begun can be given up', async ({
  browserOf,
  contractor,
}) => {
  const buyer = await browserOf(await anEmployer())
  await buyer.goto(`/contractors/${contractor.actor.userId}`)
  await buyer.getByRole('link', { name: 'Order in milestones' }).first().click()
  await buyer.getByLabel('Title of the project').fill('A boat')
  await buyer.getByLabel('What is to be done?').fill('Built of larch, six metres long, with two masts.')
  const row = async (number: number, title: string, amount: string) => {
    await buyer.getByLabel(`Milestone ${number}`).fill(title)
    await buyer.getByLabel(`Amount ${number} in USD`).fill(amount)
  }
  await row(1, 'Keel', '400')
  await buyer.getByRole('button', { name: 'Place the project' }).click()
  await expect(buyer.getByText('A project has at least two milestones.')).toBeVisible()
  await expect(buyer.getByLabel('Milestone 1')).toHaveValue('Keel')
  await row(2, 'Hull', '600')
  await row(3, 'Masts', '200.50')
  await buyer.getByRole('button', { name: 'Add a milestone' }).click()
  await row(4, 'Paint', '99.50')
  await expect(buyer.getByText('$1,300.00')).toBeVisible()
  await buyer.getByRole('button', { name: 'Place the project' }).click()

  await expect(buyer.getByRole('heading', { name: 'A boat' })).toBeVisible()
  const project = buyer.url()
  await buyer.getByRole('link', { name: 'Start milestone 1: hold $400.00' }).click()
  await buyer.getByRole('button', { name: 'Hold $400.00' }).click()
  await expect(buyer.getByRole('heading', { name: 'A boat, part 1 of 4: Keel' })).toBeVisible()
  await buyer.getByRole('button', { name: 'Approve $400.00' }).click()
  await buyer.getByRole('button', { name: 'Approve and pay $400.00' }).click()
  await expect(buyer.getByText('You approved the work.')).toBeVisible()
  await buyer.getByRole('link', { name: 'The whole project' }).click()
  await expect(buyer.getByRole('link', { name: 'Start milestone 2: hold $600.00' })).toBeVisible()

  const seller = await browserOf(contractor, { javaScriptEnabled: false })
  await seller.goto(project)
  await expect(seller.getByText('The employer starts the next milestone.')).toBeVisible()
  await expect(seller.getByRole('link', { name: /^Start milestone/ })).toHaveCount(0)

  await buyer.getByRole('button', { name: 'End the project…' }).click()
  await buyer.getByRole('button', { name: 'Cancel what has not begun' }).click()
  await expect(buyer.getByText('All milestones are over.')).toBeVisible()
  await expect(buyer.getByRole('list', { name: 'Milestones' }).getByText('Canceled')).toHaveCount(3)
})
