import type { Page } from '@playwright/test'
import { db } from '#lib/db.ts'
import { arrangeEmployer } from '#lib/demo/arrange-employer.ts'
import { expectOk } from '#lib/demo/expect-ok.ts'
import { DEMO_PASSWORD, DEMO_PEOPLE } from '#lib/demo/people.ts'
import { deliverOrder } from '#lib/orders/deliver-order.ts'
import { requestChanges } from '#lib/orders/request-changes.ts'
import { anEmployer, anOrder } from './support/people.ts'
import { expect, test } from './support/test.ts'

const bell = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^Notifications/ })
const SUBJECT = 'The work is delivered'

/** The address at the end of a mail about delivered work that ends such mails. */
async function unsubscribeLink(page: Page, address: string): Promise<string> {
  const mail = page
    .locator('section', { has: page.getByRole('heading', { name: SUBJECT }) })
    .filter({ hasText: `<${address}>` })
    .first()
  await expect(async () => {
    await page.goto('/dev/mail')
    await expect(mail).toBeVisible({ timeout: 500 })
  }).toPass()
  const link = /https?:\S+\/unsubscribe\/\S+/.exec((await mail.textContent()) ?? '')?.[0] ?? ''
  return new URL(link).pathname
}

test('one is told in the app and by mail, reads it, and ends the mails of one sort by one press', async ({
  browserOf,
  contractor,
}) => {
  const employer = await anEmployer()
  const { id: orderId, title } = await anOrder(employer, contractor, 'delivered')
  const page = await browserOf(employer)
  await page.goto('/notifications')
  const delivered = page.getByRole('listitem').filter({ hasText: SUBJECT })
  await expect(delivered).toContainText(title)
  await expect(delivered.getByText('New', { exact: true })).toBeVisible()
  await delivered.getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`/orders/${orderId}`))
  await page.goto('/notifications')
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(bell(page)).toHaveAccessibleName('Notifications')
  await expect(delivered.getByText('New', { exact: true })).toHaveCount(0)

  const visitor = await browserOf()
  await visitor.goto(await unsubscribeLink(visitor, employer.email))
  await expect(visitor.getByRole('heading', { name: 'End mails of “Work on orders”?' })).toBeVisible()
  await visitor.getByRole('button', { name: 'End these mails' }).click()
  await expect(visitor.getByRole('heading', { name: 'You are unsubscribed' })).toBeVisible()
  await page.goto('/notifications/preferences')
  await expect(page.locator('input[name="work.email"]')).not.toBeChecked()
  await expect(page.locator('input[name="work.inApp"]')).toBeChecked()

  expectOk(await requestChanges(employer.actor, { orderId, note: 'Bluer.' }), 'ask for changes')
  expectOk(await deliverOrder(contractor.actor, { orderId, note: 'Blue.' }), 'deliver again')
  await expect(bell(page)).toHaveAccessibleName('Notifications: 1 unread')
  const told = await db().notification.findMany({
    where: { recipientId: employer.actor.userId, orderId, kind: 'delivered' },
    orderBy: { id: 'asc' },
  })
  expect(told.map(({ mailState }) => mailState)).toEqual([expect.stringMatching(/sent|pending/), 'off'])

  await page.locator('input[name="work.inApp"]').uncheck()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved. It counts for everything that happens from now on.')).toBeVisible()
})

test('on the story’s page one press signs in, and a button lets a day pass at the local Stripe', async ({
  browserOf,
  stripe,
}) => {
  const { displayName, email } = DEMO_PEOPLE.noah
  await arrangeEmployer({ displayName, email, password: DEMO_PASSWORD })
  const page = await browserOf()
  await page.goto('/story')
  const now = async () =>
    ((await (await fetch(`${stripe.url}/_control/clock`)).json()) as { now: number }).now
  const before = await now()
  const clock = page.getByRole('region', { name: 'Let time pass' })
  await clock.getByText('A day', { exact: true }).click()
  await clock.getByRole('button', { name: 'Move the clock' }).click()
  await expect(clock.getByText(/^For Stripe it is now/)).toBeVisible({ timeout: 30_000 })
  expect((await now()) - before).toBeGreaterThanOrEqual(86_400)
  await page.getByRole('button', { name: 'Sign in as Noah' }).click()
  await expect(page.getByRole('button', { name: `Account: ${displayName}` })).toBeVisible()
})
