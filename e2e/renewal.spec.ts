import type { Page } from '@playwright/test'
import { answerBank, CARDS, typeCard } from './support/card-form.ts'
import type { LocalStripe } from './support/local-stripe.ts'
import { anEmployer, anOrder } from './support/people.ts'
import { intentsOf } from './support/stripe-facts.ts'
import { expect, test } from './support/test.ts'

const RENEWED = 'The new hold is on your card, and the one before it is let go. Nothing was taken.'

/** The intents of an order as Stripe has them, newest first. */
async function intents(stripe: LocalStripe, orderId: string): Promise<string[]> {
  return (await intentsOf(stripe, orderId)).map(({ status }) => status)
}

const holdAnew = (page: Page) => page.getByRole('button', { name: 'Hold $120.00 anew', exact: true })
const end = (page: Page) => page.getByText(/^Held until/).getByRole('time')

async function openRenewal(page: Page, orderId: string): Promise<void> {
  await page.goto(`/orders/${orderId}`)
  await page.getByRole('link', { name: 'Renew the hold…' }).click()
  await expect(page.getByRole('heading', { name: 'Hold $120.00 anew' })).toBeVisible()
}

test('an employer renews a hold: the old one goes once the new one is on, and stays when it is not', async ({
  browserOf,
  contractor,
  stripe,
}) => {
  test.setTimeout(180_000)
  const employer = await anEmployer()
  const { id: orderId } = await anOrder(employer, contractor, 'held')
  const page = await browserOf(employer)

  await test.step('with the terms before and the new end after', async () => {
    await page.goto(`/orders/${orderId}`)
    const before = await end(page).getAttribute('datetime')
    await stripe.advanceClock({ days: 2 })
    await openRenewal(page, orderId)
    await expect(page.getByText('Released once the new one is on')).toBeVisible()
    await expect(page.getByText(/so it needs room for \$240\.00/)).toBeVisible()
    // Twice, as an impatient hand does.
    await holdAnew(page).dblclick()
    await expect(page.getByText(RENEWED)).toBeVisible()
    const after = await end(page).getAttribute('datetime')
    expect(Date.parse(after ?? '') - Date.parse(before ?? '')).toBeGreaterThan(47 * 3600 * 1000)
    expect(await intents(stripe, orderId)).toEqual(['requires_capture', 'canceled'])
    await expect(page.getByText('Hold renewed')).toBeVisible()
  })

  await test.step('a card that the bank checks: failed, left and gone back to, and passed', async () => {
    await openRenewal(page, orderId)
    await page.getByRole('button', { name: 'Use a new card' }).click()
    await typeCard(page, CARDS.wantsCheck)
    await page.getByRole('button', { name: 'Save card and hold $120.00 anew' }).click()
    await answerBank(page, 'Complete')
    await answerBank(page, 'Fail')
    const refusal = page
      .getByRole('alert')
      .filter({ hasText: 'No new hold was put on; the one that you have stands' })
    await expect(refusal).toContainText('The bank could not confirm that it is you.')
    expect((await intents(stripe, orderId)).filter(status => status === 'requires_capture')).toHaveLength(1)

    await holdAnew(page).click()
    const bank = page.frameLocator('iframe[title="3D Secure challenge"]')
    await expect(bank.getByRole('button', { name: 'Complete' })).toBeVisible()
    await page.goto(`/orders/${orderId}`)
    await expect(page.getByText('The new hold waits for your bank’s check')).toBeVisible()
    await page.getByRole('link', { name: 'Finish the renewal…' }).click()
    await page.getByRole('button', { name: 'Keep the hold that I have' }).click()
    await expect(page.getByText('The hold that you have stands as it was.')).toBeVisible()
    await expect(page.getByText('The new hold waits for your bank’s check')).toBeHidden()

    await openRenewal(page, orderId)
    await page.getByRole('radio', { name: /3184/ }).check()
    await holdAnew(page).click()
    await answerBank(page, 'Complete')
    await expect(page.getByText(RENEWED)).toBeVisible()
    await expect
      .poll(() => intents(stripe, orderId))
      .toEqual(['requires_capture', 'canceled', 'canceled', 'canceled', 'canceled'])
  })

  await test.step('a card that declines leaves the hold as it was', async () => {
    await openRenewal(page, orderId)
    await page.getByRole('button', { name: 'Use a new card' }).click()
    await typeCard(page, CARDS.declinedLater)
    await page.getByRole('button', { name: 'Save card and hold $120.00 anew' }).click()
    const refusal = page
      .getByRole('alert')
      .filter({ hasText: 'No new hold was put on; the one that you have stands' })
    await expect(refusal).toContainText('The bank declined the card without a reason.')
    await page.goto(`/orders/${orderId}`)
    await expect(page.getByText('New hold declined').last()).toBeVisible()
    expect((await intents(stripe, orderId)).filter(status => status === 'requires_capture')).toHaveLength(1)
  })
})
