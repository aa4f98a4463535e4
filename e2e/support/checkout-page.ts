import type { BrowserContextOptions, Page } from '@playwright/test'
import type { LocalStripe } from './local-stripe.ts'
import { anEmployer, anOrder, type Employer, type Person } from './people.ts'
import { intentsOf } from './stripe-facts.ts'
import { expect } from './test.ts'

/** What the order's page says after a hold. */
export const HELD = 'The money is held on your card. Nothing was taken.'

/** The order's money is held exactly once at Stripe. */
export async function expectOneHold(stripe: LocalStripe, orderId: string): Promise<void> {
  const holding = (await intentsOf(stripe, orderId)).filter(intent => intent.status === 'requires_capture')
  expect(holding.map(intent => intent.amount)).toEqual([12_000])
}

/** Opens the checkout of an order of $120.00. */
export async function openCheckout(page: Page, orderId: string): Promise<void> {
  await page.goto(`/orders/${orderId}/checkout`)
  await expect(page.getByRole('heading', { name: 'Hold $120.00' })).toBeVisible()
}

export const holdButton = (page: Page) => page.getByRole('button', { name: 'Hold $120.00', exact: true })

type BrowserOf = (person: Person, options?: BrowserContextOptions) => Promise<Page>

/** The open checkout of a new order of $120.00, whose employer has a saved card. */
export async function aCheckout(
  browserOf: BrowserOf,
  contractor: Person,
  options?: BrowserContextOptions,
): Promise<{ employer: Employer; order: { id: string }; page: Page }> {
  const employer = await anEmployer()
  const order = await anOrder(employer, contractor, 'placed')
  const page = await browserOf(employer, options)
  await openCheckout(page, order.id)
  return { employer, order, page }
}
