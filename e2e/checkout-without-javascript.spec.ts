import { expectOneHold, HELD, holdButton, openCheckout } from './support/checkout-page.ts'
import { anEmployer, anOrder } from './support/people.ts'
import { intentsOf } from './support/stripe-facts.ts'
import { expect, test } from './support/test.ts'

test.describe('without JavaScript', () => {
  test('a saved card holds the money', async ({ browserOf, contractor, stripe }) => {
    const employer = await anEmployer()
    const order = await anOrder(employer, contractor, 'placed')
    const page = await browserOf(employer, { javaScriptEnabled: false })
    await page.goto(`/orders/${order.id}`)
    await page.getByRole('link', { name: 'Hold $120.00' }).click()
    await expect(page.getByRole('radio', { name: /Visa/ })).toBeChecked()
    await holdButton(page).click()

    await expect(page.getByText(HELD)).toBeVisible()
    await expect(page.getByText(/^Held until/)).toBeVisible()
    await expectOneHold(stripe, order.id)
  })

  test('a declined card is told in the same words', async ({ browserOf, contractor, stripe }) => {
    const employer = await anEmployer('pm_card_chargeCustomerFail')
    const order = await anOrder(employer, contractor, 'placed')
    const page = await browserOf(employer, { javaScriptEnabled: false })
    await openCheckout(page, order.id)
    await holdButton(page).click()

    const refusal = page.getByRole('alert').filter({ hasText: 'Nothing was held' })
    await expect(refusal).toContainText('The bank declined the card without a reason.')
    expect((await intentsOf(stripe, order.id)).map(intent => intent.status)).not.toContain('requires_capture')
  })
})
