import type { Page } from '@playwright/test'
import { figure } from './support/figures.ts'
import type { LocalStripe } from './support/local-stripe.ts'
import { anEmployer, anOrder, aVerifiedContractor, type Person } from './support/people.ts'
import { accountOf, chargeOf, intentsOf } from './support/stripe-facts.ts'
import { expect, test } from './support/test.ts'

/** What a page says to its browser while nothing answers. */
const NOBODY_ANSWERS = /ERR_|Failed to fetch|NetworkError|status of 50\d/

/** The order's status, which stands above everything else that the page says. */
const badge = (page: Page, words: string) => page.getByRole('main').getByText(words, { exact: true }).first()

/** Whoever pressed and got no answer is not told that nothing happened, and keeps the page on which they pressed. */
async function expectUnknown(page: Page): Promise<void> {
  await expect(page.getByRole('alert').filter({ hasText: 'No answer came' })).toBeVisible()
}

/** The order was taken from the card once, and the contractor has exactly their share. */
async function expectPaidOnce(
  stripe: LocalStripe,
  orderId: string,
  contractor: Person,
  page: Page,
): Promise<void> {
  const intents = await intentsOf(stripe, orderId)
  expect(intents.map(intent => intent.status)).toEqual(['succeeded'])
  expect(await chargeOf(stripe, orderId)).toMatchObject({ amount_captured: 12_000, amount_refunded: 0 })
  const account = await accountOf(stripe, contractor.email)
  const moves = await stripe.list<{ id: string; net: number }>('balance_transactions', {}, account)
  expect(moves.map(move => move.net)).toEqual([10_800])
  await page.goto('/balance')
  await expect(figure(page, 'Pending')).toContainText('$108.00')
  await expect(figure(page, 'Available')).toContainText('$0.00')
}

test('all processes die after the hold: nothing is lost and the order goes on', async ({
  browserOf,
  guard,
  stack,
  stripe,
}) => {
  test.setTimeout(180_000)
  guard.expect(NOBODY_ANSWERS)
  const [employer, contractor] = [await anEmployer(), await aVerifiedContractor()]
  const order = await anOrder(employer, contractor, 'placed')
  const payer = await browserOf(employer)
  await payer.goto(`/orders/${order.id}/checkout`)
  await payer.getByRole('button', { name: 'Hold $120.00', exact: true }).click()
  const end = payer.getByText(/^Held until/).getByRole('time')
  const heldUntil = await end.getAttribute('datetime')

  await stack.kill()
  await stack.startAgain()

  await payer.reload()
  await expect(badge(payer, 'Money held')).toBeVisible()
  await expect(end).toHaveAttribute('datetime', heldUntil ?? '')
  expect(await chargeOf(stripe, order.id)).toMatchObject({ amount: 12_000, amount_captured: 0 })

  const worker = await browserOf(contractor)
  await worker.goto(`/orders/${order.id}`)
  await worker.getByRole('button', { name: 'Mark as delivered' }).click()
  await worker.getByRole('button', { name: 'Deliver', exact: true }).click()
  await expect(badge(worker, 'Delivered')).toBeVisible()
  await payer.reload()
  await payer.getByRole('button', { name: 'Approve $120.00' }).click()
  await payer.getByRole('button', { name: 'Approve and pay $120.00' }).click()
  await expect(badge(payer, 'Completed')).toBeVisible()
  await expectPaidOnce(stripe, order.id, contractor, worker)
})

test('Stripe takes the money, its answer is lost and all processes die: one capture, found out by itself', async ({
  browserOf,
  guard,
  stack,
  stripe,
}) => {
  test.setTimeout(180_000)
  guard.expect(NOBODY_ANSWERS)
  const [employer, contractor] = [await anEmployer(), await aVerifiedContractor()]
  const order = await anOrder(employer, contractor, 'delivered')
  const payer = await browserOf(employer)
  await payer.goto(`/orders/${order.id}`)
  await stripe.addFault({ method: 'POST', path: '/v1/payment_intents/:id/capture', kind: 'hang', count: 9 })
  await payer.getByRole('button', { name: 'Approve $120.00' }).click()
  await payer.getByRole('button', { name: 'Approve and pay $120.00' }).click()
  await expect
    .poll(async () => (await intentsOf(stripe, order.id)).map(intent => intent.status))
    .toEqual(['succeeded'])

  await stack.kill()
  await expectUnknown(payer)
  await stack.startAgain()

  await payer.goto(`/orders/${order.id}`)
  await expect(badge(payer, 'Completed')).toBeVisible({ timeout: 60_000 })
  await expect(figure(payer, 'Taken from the card')).toHaveText('$120.00')
  const worker = await browserOf(contractor)
  await expectPaidOnce(stripe, order.id, contractor, worker)
})

test('the hold is put on, its answer is lost and all processes die: one hold, found out by itself', async ({
  browserOf,
  guard,
  stack,
  stripe,
}) => {
  test.setTimeout(180_000)
  guard.expect(NOBODY_ANSWERS)
  const [employer, contractor] = [await anEmployer(), await aVerifiedContractor()]
  const order = await anOrder(employer, contractor, 'placed')
  const payer = await browserOf(employer)
  await payer.goto(`/orders/${order.id}/checkout`)
  await stripe.addFault({ method: 'POST', path: '/v1/payment_intents', kind: 'hang', count: 9 })
  await payer.getByRole('button', { name: 'Hold $120.00', exact: true }).click()
  await expect
    .poll(async () => (await intentsOf(stripe, order.id)).map(intent => intent.status))
    .toEqual(['requires_capture'])

  await stack.kill()
  await expectUnknown(payer)
  await expect(payer.getByText('Nothing was held')).toHaveCount(0)
  await stack.startAgain()

  await payer.goto(`/orders/${order.id}`)
  await expect(badge(payer, 'Money held')).toBeVisible({ timeout: 60_000 })
  expect(await chargeOf(stripe, order.id)).toMatchObject({ amount: 12_000, amount_captured: 0 })
})
