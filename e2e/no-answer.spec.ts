import type { Page } from '@playwright/test'
import { expectOneHold, holdButton, openCheckout } from './support/checkout-page.ts'
import { anEmployer, anOrder } from './support/people.ts'
import { intentsOf } from './support/stripe-facts.ts'
import { expect, test } from './support/test.ts'

// The network breaks while a form is on its way: before it reached us, or when we had done it and nobody heard.

const unanswered = (page: Page) => page.getByRole('alert').filter({ hasText: 'No answer came' })

const LOST = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/

test('a hold whose answer is lost is not called refused, and pressed again it is still one', async ({
  browserOf,
  contractor,
  guard,
  stripe,
}) => {
  guard.expect(LOST)
  const employer = await anEmployer()
  const order = await anOrder(employer, contractor, 'placed')
  const page = await browserOf(employer)
  await openCheckout(page, order.id)
  await page.route('**/checkout', async (route, request) => {
    if (request.method() !== 'POST') return route.fallback()
    await route.fetch()
    return route.abort()
  })
  await holdButton(page).click()
  await expect(unanswered(page)).toBeFocused()
  await expect(page.getByText('Nothing was held')).toHaveCount(0)
  await expectOneHold(stripe, order.id)

  await page.unroute('**/checkout')
  await holdButton(page).click()
  await expect(page).toHaveURL(new RegExp(`/orders/${order.id}\\?done=(held|already-held)$`))
  await expect(page.getByText(/^Held until/)).toBeVisible()
  expect(await intentsOf(stripe, order.id)).toHaveLength(1)
})

test('offline a form keeps what was typed, and is sent once the network is back', async ({
  browserOf,
  contractor,
  guard,
}) => {
  guard.expect(LOST)
  const order = await anOrder(await anEmployer(), contractor, 'held')
  const page = await browserOf(contractor)
  await page.goto(`/orders/${order.id}`)
  await page.getByRole('button', { name: 'Mark as delivered' }).click()
  const note = page.getByRole('dialog').getByRole('textbox')
  const deliver = page.getByRole('dialog').getByRole('button', { name: 'Deliver', exact: true })
  await note.fill('The sketches are in the folder.')
  await page.context().setOffline(true)
  await deliver.click()
  await expect(unanswered(page)).toBeFocused()
  await expect(note).toHaveValue('The sketches are in the folder.')

  await page.context().setOffline(false)
  await deliver.click()
  await expect(page.getByRole('main').getByText('Delivered', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('main').getByText('The sketches are in the folder.')).toBeVisible()
})
