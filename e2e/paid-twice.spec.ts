import { aCheckout, expectOneHold, HELD, holdButton, openCheckout } from './support/checkout-page.ts'
import { anEmployer, anOrder } from './support/people.ts'
import { intentsOf } from './support/stripe-facts.ts'
import { expect, test } from './support/test.ts'

test('an order paid twice by a double click is one hold', async ({ browserOf, contractor, stripe }) => {
  const { order, page } = await aCheckout(browserOf, contractor)
  await holdButton(page).dblclick()

  await expect(page.getByText(HELD)).toBeVisible()
  expect(await intentsOf(stripe, order.id)).toHaveLength(1)
  await expectOneHold(stripe, order.id)
})

test('an order paid twice in two tabs at once is one hold', async ({ browserOf, contractor, stripe }) => {
  const employer = await anEmployer()
  const order = await anOrder(employer, contractor, 'placed')
  const first = await browserOf(employer)
  const second = await first.context().newPage()
  await Promise.all([openCheckout(first, order.id), openCheckout(second, order.id)])
  await Promise.all([holdButton(first).click(), holdButton(second).click()])

  for (const page of [first, second]) {
    await expect(page).toHaveURL(new RegExp(`/orders/${order.id}\\?done=(held|already-held)$`))
    await expect(page.getByText(/^Held until/)).toBeVisible()
  }
  expect(await intentsOf(stripe, order.id)).toHaveLength(1)
  await expectOneHold(stripe, order.id)
})

test('an order paid twice by going back to the checkout is one hold', async ({
  browserOf,
  contractor,
  stripe,
}) => {
  const { order, page } = await aCheckout(browserOf, contractor)
  await holdButton(page).click()
  await expect(page.getByText(HELD)).toBeVisible()

  await page.goBack()
  const notice = page.getByText('This order was already paid for, so nothing was held twice.')
  await expect(notice.or(holdButton(page))).toBeVisible()
  // What the browser has kept goes on by itself once it hears that the money is held, also while somebody presses it.
  if (await holdButton(page).isVisible())
    await holdButton(page)
      .click()
      .catch(() => undefined)
  await expect(notice).toBeVisible()
  expect(await intentsOf(stripe, order.id)).toHaveLength(1)
  await expectOneHold(stripe, order.id)
})

test('an order paid twice by reloading the page that a plain form led to is one hold', async ({
  browserOf,
  contractor,
  stripe,
}) => {
  const { order, page } = await aCheckout(browserOf, contractor, { javaScriptEnabled: false })
  await holdButton(page).click()
  await expect(page.getByText(HELD)).toBeVisible()

  await page.reload()
  await expect(page.getByText(/^Held until/)).toBeVisible()
  expect(await intentsOf(stripe, order.id)).toHaveLength(1)
  await expectOneHold(stripe, order.id)
})
