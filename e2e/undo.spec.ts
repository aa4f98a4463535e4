import type { Page } from '@playwright/test'
import { db } from '#lib/db.ts'
import { expectOk } from '#lib/demo/expect-ok.ts'
import { requestChanges } from '#lib/orders/request-changes.ts'
import { anOffer } from './support/agreements.ts'
import { aListing, anEmployer, anOrder, giveSession } from './support/people.ts'
import { expect, test } from './support/test.ts'

/** The notice that what was done can be taken back. */
const offered = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words })

/** Takes it back by keyboard: from the notice's button alone. */
async function undo(page: Page, words: string | RegExp) {
  const button = offered(page, words).getByRole('button', { name: 'Undo' })
  await expect(button).toHaveAccessibleDescription(words)
  await button.press('Enter')
}

test('a delivery, a refusal, read notifications and an unpublished listing are taken back by one press', async ({
  browserOf,
  contractor,
  stack,
}) => {
  const employer = await anEmployer()
  const [order, answered] = [
    await anOrder(employer, contractor, 'held'),
    await anOrder(employer, contractor, 'delivered'),
  ]
  const seller = await browserOf(contractor)
  const buyer = await browserOf(employer)

  await test.step('a delivery, and the employer is told', async () => {
    await seller.goto(`/orders/${order.id}`)
    await seller.getByRole('button', { name: 'Mark as delivered' }).click()
    await seller.getByRole('dialog').getByRole('button', { name: 'Deliver', exact: true }).click()
    await undo(seller, 'Delivered. The employer can now approve the work.')
    await expect(offered(seller, 'The delivery is taken back.')).toBeVisible()
    await expect(seller.getByRole('main').getByText('Money held', { exact: true }).first()).toBeVisible()
    await expect(seller.getByRole('button', { name: 'Mark as delivered' })).toBeVisible()
  })

  await test.step('a delivery without JavaScript, too late', async () => {
    const silent = await browserOf(undefined, { javaScriptEnabled: false })
    await giveSession(silent.context(), contractor.email, stack.webUrl)
    await silent.goto(`/orders/${answered.id}?done=delivered`)
    const changes = { orderId: answered.id, note: 'Bluer, please.' }
    expectOk(await requestChanges(employer.actor, changes), 'ask for changes')
    await silent.getByRole('button', { name: 'Undo' }).click()
    await expect(silent.getByText(/^The delivery can no longer be taken back/)).toBeVisible()
  })

  await test.step('the refusal of an offer', async () => {
    await buyer.goto(`/offers/${await anOffer(employer, contractor, 'offered')}`)
    await buyer.getByRole('button', { name: 'Decline' }).click()
    await undo(buyer, 'Declined. The other side has been told.')
    await expect(offered(buyer, 'The refusal is taken back.')).toBeVisible()
    await expect(buyer.getByRole('button', { name: 'Accept for $640.00' })).toBeVisible()
  })

  await test.step('notifications that were marked as read', async () => {
    await buyer.goto('/notifications')
    const taken = buyer.getByRole('listitem').filter({ hasText: 'A delivery was taken back' })
    await expect(taken.getByText('New', { exact: true })).toBeVisible()
    await buyer.getByRole('button', { name: 'Mark all as read' }).click()
    await undo(buyer, /\d+ notifications are marked as read\./)
    await expect(offered(buyer, 'They are unread again.')).toBeVisible()
    await expect(taken.getByText('New', { exact: true })).toBeVisible()
  })

  await test.step('a listing that was unpublished', async () => {
    const listingId = await aListing(contractor)
    await seller.goto(`/listings/own/${listingId}`)
    await seller.getByRole('button', { name: 'Unpublish it' }).click()
    await undo(seller, 'Nobody finds it any more. Orders that were placed go on.')
    await expect(offered(seller, 'The listing can be found again.')).toBeVisible()
    expect((await db().listing.findUniqueOrThrow({ where: { id: listingId } })).status).toBe('published')
  })
})
