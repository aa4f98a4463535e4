import type { Page } from '@playwright/test'
import { aCheckLink } from './support/agreements.ts'
import { answerBank, CARDS, typeCard } from './support/card-form.ts'
import { expectOneHold, HELD, holdButton, openCheckout } from './support/checkout-page.ts'
import { anEmployer, anEmployerWithoutCard, anOrder } from './support/people.ts'
import { intentsOf } from './support/stripe-facts.ts'
import { expect, test } from './support/test.ts'

test('a declined card is told in words, and another card holds the money', async ({
  browserOf,
  contractor,
  stripe,
}) => {
  const employer = await anEmployer('pm_card_chargeCustomerFail')
  const order = await anOrder(employer, contractor, 'placed')
  const page = await browserOf(employer)
  await openCheckout(page, order.id)
  await holdButton(page).click()

  const refusal = page.getByRole('alert').filter({ hasText: 'Nothing was held' })
  await expect(refusal).toContainText('The bank declined the card without a reason. Use another card')
  expect((await intentsOf(stripe, order.id)).map(intent => intent.status)).not.toContain('requires_capture')

  await page.getByRole('button', { name: 'Use a new card' }).click()
  await typeCard(page, CARDS.good)
  await page.getByRole('button', { name: 'Save card and hold $120.00' }).click()
  await expect(page.getByText(HELD)).toBeVisible()
  await expectOneHold(stripe, order.id)
})

test('a card that the bank refuses to save pays nothing', async ({
  browserOf,
  contractor,
  guard,
  stripe,
}) => {
  guard.expect(/status of 402/)
  const card = await anEmployer()
  const order = await anOrder(card, contractor, 'placed')
  const page = await browserOf(card)
  await openCheckout(page, order.id)
  await page.getByRole('button', { name: 'Use a new card' }).click()
  await typeCard(page, CARDS.declined)
  await page.getByRole('button', { name: 'Save card and hold $120.00' }).click()

  await expect(page.getByRole('alert').filter({ hasText: 'The card was not saved' })).toBeVisible()
  expect(await intentsOf(stripe, order.id)).toEqual([])
})

test('the first card of an employer is entered at the checkout', async ({
  browserOf,
  contractor,
  stripe,
}) => {
  const employer = await anEmployerWithoutCard()
  const order = await anOrder({ ...employer, savedCardId: '' }, contractor, 'placed')
  const page = await browserOf(employer)
  await openCheckout(page, order.id)
  await page.getByRole('button', { name: 'Enter a card' }).click()
  await typeCard(page, CARDS.good)
  await page.getByRole('button', { name: 'Save card and hold $120.00' }).click()

  await expect(page.getByText(HELD)).toBeVisible()
  await expectOneHold(stripe, order.id)
})

test.describe('a card that wants 3D Secure', () => {
  async function payWithCheckedCard(page: Page, orderId: string): Promise<void> {
    await openCheckout(page, orderId)
    await page.getByRole('button', { name: 'Enter a card' }).click()
    await typeCard(page, CARDS.wantsCheck)
    await page.getByRole('button', { name: 'Save card and hold $120.00' }).click()
    await answerBank(page, 'Complete')
  }

  test('holds the money once the bank’s check is passed', async ({ browserOf, contractor, stripe }) => {
    const employer = await anEmployerWithoutCard()
    const order = await anOrder({ ...employer, savedCardId: '' }, contractor, 'placed')
    const page = await browserOf(employer)
    await payWithCheckedCard(page, order.id)
    await answerBank(page, 'Complete')

    await expect(page.getByText(HELD)).toBeVisible()
    await expect(page.getByText(/^Held until/)).toBeVisible()
    await expectOneHold(stripe, order.id)
  })

  test('can be finished later and elsewhere, by a link that needs no sign-in', async ({
    browserOf,
    contractor,
    stripe,
  }) => {
    const employer = await anEmployerWithoutCard()
    const order = await anOrder({ ...employer, savedCardId: '' }, contractor, 'placed')
    const page = await browserOf(employer)
    await payWithCheckedCard(page, order.id)
    await expect(page.getByRole('dialog', { name: '3D Secure authentication' })).toBeVisible()
    const link = await aCheckLink(order.id)
    await page.close()

    const phone = await browserOf(undefined, { viewport: { width: 375, height: 700 } })
    await phone.goto(link)
    await answerBank(phone, 'Fail')
    await expect(phone.getByText('There is nothing to finish here')).toBeVisible()
    const again = await browserOf(employer)
    await again.goto(`/orders/${order.id}/checkout`)
    await holdButton(again).click()
    await expect(again.getByRole('dialog', { name: '3D Secure authentication' })).toBeVisible()
    await again.close()
    await phone.goto(await aCheckLink(order.id))
    await answerBank(phone, 'Complete')
    await expect(phone.getByText('The money is held')).toBeVisible()
    await expectOneHold(stripe, order.id)
  })

  test('holds nothing when the check is failed, and may be tried again', async ({
    browserOf,
    contractor,
    stripe,
  }) => {
    const employer = await anEmployerWithoutCard()
    const order = await anOrder({ ...employer, savedCardId: '' }, contractor, 'placed')
    const page = await browserOf(employer)
    await payWithCheckedCard(page, order.id)
    await answerBank(page, 'Fail')

    const refusal = page.getByRole('alert').filter({ hasText: 'Nothing was held' })
    await expect(refusal).toContainText('The bank could not confirm that it is you.')
    expect((await intentsOf(stripe, order.id)).map(intent => intent.status)).not.toContain('requires_capture')

    await holdButton(page).click()
    await answerBank(page, 'Complete')
    await expect(page.getByText(HELD)).toBeVisible()
    await expectOneHold(stripe, order.id)
  })
})
