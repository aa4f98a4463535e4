import { figure } from './support/figures.ts'
import { anEmployer, anOrder } from './support/people.ts'
import { chargeOf, intentsOf } from './support/stripe-facts.ts'
import { expect, test } from './support/test.ts'

test('work goes back for changes, is delivered again, and paid in part with its commission', async ({
  browserOf,
  contractor,
  stripe,
}) => {
  const employer = await anEmployer()
  const { id, title } = await anOrder(employer, contractor, 'delivered')
  const [buyer, seller] = [await browserOf(employer), await browserOf(contractor)]

  await test.step('what has a date stands on a page for both', async () => {
    for (const page of [buyer, seller]) {
      await page.goto('/deadlines')
      const row = page.getByRole('listitem').filter({ hasText: title })
      await expect(row.filter({ hasText: 'Approved by itself' })).toBeVisible()
      await row
        .getByRole('link', { name: new RegExp(title) })
        .first()
        .click()
      await expect(page).toHaveURL(new RegExp(`/orders/${id}`))
    }
  })

  await test.step('changes are asked for in words, and it is delivered again', async () => {
    await buyer.getByRole('button', { name: 'Request changes' }).click()
    const dialog = buyer.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Request changes' }).click()
    await expect(dialog.getByText('Say what should be changed.')).toBeVisible()
    await dialog.getByLabel('What should be changed?').fill('The bow needs one more coat.')
    await dialog.getByRole('button', { name: 'Request changes' }).click()
    await expect(buyer.getByText('The contractor sees what to change. The hold stands.')).toBeVisible()
    await seller.goto(`/orders/${id}`)
    await expect(seller.getByText('The bow needs one more coat.')).toBeVisible()
    await seller.getByRole('button', { name: 'Mark as delivered' }).click()
    await seller.getByRole('button', { name: 'Deliver', exact: true }).click()
    await expect(seller.getByText('Delivered. The employer can now approve the work.')).toBeVisible()
  })

  await test.step('a part is approved after its sums', async () => {
    await buyer.goto(`/orders/${id}`)
    await buyer.getByRole('link', { name: 'Approve a part…' }).click()
    await buyer.getByLabel('Amount to take, in USD').fill('900')
    await buyer.getByRole('button', { name: 'Show what moves' }).click()
    const amount = buyer.getByLabel('Amount to take, in USD')
    await expect(amount).toHaveAttribute('aria-invalid', 'true')
    await expect(buyer.getByRole('button', { name: /^Approve and pay/ })).toHaveCount(0)
    await amount.fill('80')
    await buyer.getByRole('button', { name: 'Show what moves' }).click()
    const part = buyer.locator('#part')
    await expect(figure(buyer, 'Taken from your card')).toHaveText('$80.00')
    await expect(part.getByText('$8.00', { exact: true })).toBeVisible()
    await expect(figure(buyer, 'Goes back to your card')).toHaveText('$40.00')
    await buyer.getByRole('button', { name: 'Approve and pay $80.00' }).click()
    await expect(buyer.getByText('You approved the work.')).toBeVisible()
    expect(await chargeOf(stripe, id)).toMatchObject({ amount_captured: 8000 })
    await expect(async () => {
      await seller.goto(`/orders/${id}`)
      await expect(figure(seller, 'You receive')).toHaveText('$72.00', { timeout: 1000 })
    }).toPass({ timeout: 30_000 })
  })
})

test('either party ends an order while its money is held, and the whole hold is released', async ({
  browserOf,
  contractor,
  stripe,
}) => {
  const employer = await anEmployer()
  for (const person of [employer, contractor]) {
    const { id } = await anOrder(employer, contractor, 'held')
    const page = await browserOf(person)
    await page.goto(`/orders/${id}`)
    await page.getByRole('button', { name: 'Cancel and release', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel and release $120.00' }).click()
    await expect(page.getByText('Canceled', { exact: true }).first()).toBeVisible()
    await expect(async () => {
      expect((await intentsOf(stripe, id)).map(({ status }) => status)).toEqual(['canceled'])
    }).toPass({ timeout: 30_000 })
  }
})
