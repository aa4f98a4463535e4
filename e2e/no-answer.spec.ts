import type { Page } from '@playwright/test'
import { aCheckLink } from './support/agreements.ts'
import { answerBank, CARDS, typeCard } from './support/card-form.ts'
import { expectOneHold, holdButton, openCheckout } from './support/checkout-page.ts'
import { anEmployer, anEmployerWithoutCard, anOrder } from './support/people.ts'
import { intentsOf } from './support/stripe-facts.ts'
import { expect, test } from './support/test.ts'

// The network breaks while a form is on its way: before it reached us, or when we had done it and nobody heard.

const unanswered = (page: Page) => page.getByRole('alert').filter({ hasText: 'No answer came' })

const LOST = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/

/** The next form that a page sends is done, and its answer never comes. */
async function loseAnswer(page: Page): Promise<void> {
  let isLost = false
  await page.route(
    () => true,
    async (route, request) => {
      const isAction = request.headers()['next-action'] !== undefined
      const isForm = request.method() === 'POST' && (isAction || request.url().endsWith('/hold'))
      if (!isForm || isLost) return route.fallback()
      isLost = true
      await route.fetch()
      return route.abort()
    },
  )
}

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
  // Else the page goes on by itself, as soon as it hears that the money is held.
  await page.route('**/api/live*', route => route.abort())
  await openCheckout(page, order.id)
  await loseAnswer(page)
  await holdButton(page).click()
  await expect(unanswered(page)).toBeFocused()
  await expect(page.getByText('Nothing was held')).toHaveCount(0)
  await expectOneHold(stripe, order.id)

  await holdButton(page).click()
  await expect(page).toHaveURL(new RegExp(`/orders/${order.id}\\?done=(held|already-held)$`))
  await expect(page.getByText(/^Held until/)).toBeVisible()
  expect(await intentsOf(stripe, order.id)).toHaveLength(1)
})

test('a bank’s check whose end nobody hears of is not called refused, and is looked for again', async ({
  browserOf,
  contractor,
  guard,
  stripe,
}) => {
  guard.expect(LOST)
  const employer = await anEmployerWithoutCard()
  const order = await anOrder({ ...employer, savedCardId: '' }, contractor, 'placed')
  const page = await browserOf(employer)
  await openCheckout(page, order.id)
  await page.getByRole('button', { name: 'Enter a card' }).click()
  await typeCard(page, CARDS.wantsCheck)
  await page.getByRole('button', { name: 'Save card and hold $120.00' }).click()
  await answerBank(page, 'Complete')
  await expect(page.getByRole('dialog', { name: '3D Secure authentication' })).toBeVisible()
  const link = await aCheckLink(order.id)
  await page.close()

  const phone = await browserOf()
  await phone.goto(link)
  await expect(phone.getByRole('dialog', { name: '3D Secure authentication' })).toBeVisible()
  await loseAnswer(phone)
  await answerBank(phone, 'Complete')
  await expect(unanswered(phone)).toBeVisible()
  await expect(phone.getByText('Nothing was held')).toHaveCount(0)
  await phone.getByRole('button', { name: 'Try again' }).click()
  await expect(phone.getByText('The money is held')).toBeVisible()
  await expectOneHold(stripe, order.id)
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
