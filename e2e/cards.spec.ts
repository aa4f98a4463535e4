import { CARDS, typeCard } from './support/card-form.ts'
import { openCheckout } from './support/checkout-page.ts'
import type { StripeObject } from './support/local-stripe.ts'
import { anEmployer, anOrder } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('an employer keeps several cards, each once, chooses the one that pays, and removes one', async ({
  browserOf,
  contractor,
  stripe,
}) => {
  const employer = await anEmployer()
  const page = await browserOf(employer)
  await page.goto('/cards')
  const cards = page.getByRole('list', { name: 'Saved cards' })
  const visa = cards.getByRole('listitem', { name: 'Visa ending in 4242' })
  const mastercard = cards.getByRole('listitem', { name: 'Mastercard ending in 4444' })
  await expect(visa.getByText('Default', { exact: true })).toBeVisible()

  await test.step('another card, and the first one entered again, which stays one', async () => {
    for (const [number, row] of [
      [CARDS.goodMastercard, mastercard],
      [CARDS.good, visa],
    ] as const) {
      await page.getByRole('button', { name: 'Add a card' }).click()
      await typeCard(page, number)
      await page.getByRole('button', { name: 'Save card', exact: true }).click()
      await expect(row.getByText('Expires 12/34')).toBeVisible()
    }
    await expect(cards.getByRole('listitem')).toHaveCount(2)
    await expect(mastercard).toBeVisible()
  })

  await test.step('the chosen one is there at the checkout, and at Stripe', async () => {
    await mastercard.getByRole('button', { name: /^Make default/ }).click()
    await expect(page.getByText('New orders start with this card from now on.')).toBeVisible()
    await expect(mastercard.getByText('Default', { exact: true })).toBeVisible()
    await expect(visa.getByRole('button', { name: /^Make default/ })).toBeVisible()
    const customers = await stripe.list<StripeObject & { email: string }>('customers')
    const own = customers.find(({ email }) => email === employer.email)
    await expect(async () => {
      const { invoice_settings } = await stripe.get<
        StripeObject & { invoice_settings: { default_payment_method: string } }
      >(`customers/${own?.id}`)
      const method = await stripe.get<StripeObject & { card: { last4: string } }>(
        `payment_methods/${invoice_settings.default_payment_method}`,
      )
      expect(method.card.last4).toBe('4444')
    }).toPass({ timeout: 15_000 })
    const order = await anOrder(employer, contractor, 'placed')
    await openCheckout(page, order.id)
    await expect(page.getByRole('radio', { name: /^Mastercard ending in 4444/ })).toBeChecked()
  })

  await test.step('a removed card is gone here and at Stripe', async () => {
    await page.goto('/cards')
    await visa.getByRole('button', { name: /^Remove/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove card' }).click()
    await expect(page.getByText('The card is removed.')).toBeVisible()
    await expect(cards.getByRole('listitem')).toHaveCount(1)
    await page.goto('/cards')
    await expect(visa).toHaveCount(0)
    await expect(mastercard.getByText('Default', { exact: true })).toBeVisible()
  })
})
