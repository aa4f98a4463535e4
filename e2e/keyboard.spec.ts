import { expectOneHold } from './support/checkout-page.ts'
import { tabTo } from './support/keyboard.ts'
import { anEmployer, anOrder } from './support/people.ts'
import { intentsOf } from './support/stripe-facts.ts'
import { expect, test } from './support/test.ts'

test('a checkout with a saved card is two presses and nothing typed, and one call of Stripe', async ({
  browserOf,
  contractor,
  stripe,
}) => {
  const employer = await anEmployer()
  const own = await anOrder(employer, contractor, 'placed')
  const page = await browserOf(employer)
  await page.goto(`/orders/${own.id}`)
  const before = (await stripe.requestsAfter(0)).at(-1)?.seq ?? 0
  await page.getByRole('link', { name: 'Hold $120.00' }).click()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await page.getByRole('button', { name: 'Hold $120.00' }).click()
  await expect(page.getByText('The money is held on your card. Nothing was taken.')).toBeVisible()
  const asked = (await stripe.requestsAfter(before)).map(({ method, path }) => `${method} ${path}`)
  // The job of the sign-up makes sure of the Customer whenever its turn comes, by the same key as before.
  const ofCheckout = asked.filter(one => one.startsWith('POST') && one !== 'POST /v1/customers')
  expect(ofCheckout).toEqual(['POST /v1/payment_intents'])
  await expectOneHold(stripe, own.id)
})

test('money is held, work delivered and approved with the keyboard alone', async ({
  browserOf,
  contractor,
  stripe,
}) => {
  const employer = await anEmployer()
  const order = await anOrder(employer, contractor, 'placed')
  const buyer = await browserOf(employer)
  await buyer.goto(`/orders/${order.id}`)
  await tabTo(buyer, buyer.getByRole('link', { name: 'Hold $120.00' }))
  await buyer.keyboard.press('Enter')
  await tabTo(buyer, buyer.getByRole('button', { name: 'Hold $120.00' }))
  await buyer.keyboard.press('Enter')
  await expect(buyer.getByText('The money is held on your card. Nothing was taken.')).toBeVisible()

  const seller = await browserOf(contractor)
  await seller.goto(`/orders/${order.id}`)
  await tabTo(seller, seller.getByRole('button', { name: 'Mark as delivered' }))
  await seller.keyboard.press('Enter')
  await tabTo(seller, seller.getByLabel('Note to the employer'))
  await seller.keyboard.type('Two coats, and a third one at the bow.')
  await tabTo(seller, seller.getByRole('button', { name: 'Deliver', exact: true }))
  await seller.keyboard.press('Enter')
  await expect(seller.getByText('Delivered. The employer can now approve the work.')).toBeVisible()

  await buyer.reload()
  const approve = buyer.getByRole('button', { name: 'Approve $120.00' })
  await tabTo(buyer, approve)
  await buyer.keyboard.press('Enter')
  await expect(buyer.getByRole('dialog')).toBeVisible()
  // Whoever changes their mind is back where they were.
  await buyer.keyboard.press('Escape')
  await expect(approve).toBeFocused()
  await buyer.keyboard.press('Enter')
  await tabTo(buyer, buyer.getByRole('button', { name: 'Approve and pay $120.00' }))
  await buyer.keyboard.press('Enter')
  await expect(buyer.getByText('You approved the work.')).toBeVisible()
  expect((await intentsOf(stripe, order.id)).map(({ status }) => status)).toEqual(['succeeded'])
})

test('what no key comes to, what hides the focus and what only a pointer does is noticed @keys', async ({
  page,
}) => {
  await page.setContent(`<div onclick="this.remove()">Pay</div> <button style="outline: none">Hold</button>
    <label><input type="radio" name="by"> Card</label> <label><input type="radio" name="by"> Bank</label>
    <label><input type="radio" name="by"> Cash</label> <button tabindex="-1">Refund</button>
    <select><option>Day</option><option>Week</option><option>Week of five days</option></select>`)
  await expect(page.getByText('Pay').click()).rejects.toThrow('Tab never came to')
  await expect(page.getByRole('button', { name: 'Refund' }).click()).rejects.toThrow('Tab never came to')
  await expect(page.getByRole('button', { name: 'Hold' }).click()).rejects.toThrow('can be seen')
  await expect(page.mouse.click(9, 9)).rejects.toThrow('only a keyboard')
  await expect(page.getByText('Pay').hover()).rejects.toThrow('only a keyboard')
  await page.getByText('Bank').click()
  await expect(page.getByLabel('Bank')).toBeChecked()
  await page.getByLabel('Cash').check()
  await page.getByLabel('Card').check()
  await expect(page.getByLabel('Card')).toBeChecked()
  await page.getByRole('combobox').selectOption('Week of five days')
  await expect(page.getByRole('combobox')).toHaveValue('Week of five days')
})
