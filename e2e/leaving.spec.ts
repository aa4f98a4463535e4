import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { db } from '#lib/db.ts'
import { expectOk } from '#lib/demo/expect-ok.ts'
import { de } from '#lib/i18n/messages/de.ts'
import type { Locale } from '#lib/i18n/model.ts'
import { releaseHold } from '#lib/payments/release-hold.ts'
import { anEmployer, anEmployerWithoutCard, anOrder, PASSWORD } from './support/people.ts'
import { signIn } from './support/sign-up.ts'
import { expect, test } from './support/test.ts'

test('a picture is seen by partners; data is taken along and the account ended, once nothing is open', async ({
  browserOf,
  contractor,
}) => {
  const employer = await anEmployer()
  const order = await anOrder(employer, contractor, 'placed')
  const page = await browserOf(employer, { javaScriptEnabled: false })
  await page.goto('/account')
  const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
  const send = async (name: string, buffer: Buffer) => {
    await page.locator('input[type=file]').setInputFiles([{ name, mimeType: 'image/png', buffer }])
    await page
      .getByRole('button', { name: /the picture$/ })
      .first()
      .click()
  }
  await send('not.png', Buffer.from('<svg onload=alert(1)>'))
  await expect(page.getByLabel('Picture')).toHaveAccessibleDescription(/not a picture that can be read/)
  await send('teal.png', picture)
  await expect(page.getByRole('status')).toContainText('Your picture is saved.')
  const seller = await browserOf(contractor)
  await seller.goto(`/orders/${order.id}`)
  const address = await seller.locator('main img[src^="/api/people/"]').getAttribute('src')
  expect((await seller.request.get(address ?? '')).headers()['content-type']).toBe('image/webp')
  const stranger = await browserOf(await anEmployerWithoutCard())
  await stranger.goto('/orders')
  expect((await stranger.request.get(address ?? '')).status()).toBe(404)

  await page.goto('/account/leave')
  await expect(page.getByText('An order is open.')).toBeVisible()
  await page.getByLabel('Password').fill('not the password 1')
  await page.getByRole('button', { name: 'Download the file' }).click()
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/not your password/)
  await page.getByLabel('Password').fill(PASSWORD)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the file' }).click(),
  ])
  const everything = JSON.parse(readFileSync(await file.path(), 'utf8'))
  expect(everything.orders).toMatchObject([{ id: order.id }])

  expectOk(await releaseHold(employer.actor, { orderId: order.id, note: '' }), 'cancel')
  await page.goto('/account/leave')
  const end = page.getByRole('region', { name: 'Delete your account' })
  await end.getByLabel('Password').fill(PASSWORD)
  await end.getByRole('button', { name: 'Delete my account' }).click()
  await expect(end.getByLabel('Yes, delete it for good')).toHaveAccessibleDescription(/Tick the box/)
  await end.getByLabel('Password').fill(PASSWORD)
  await end.getByLabel('Yes, delete it for good').check()
  await end.getByRole('button', { name: 'Delete my account' }).click()
  await expect(page.getByRole('status')).toContainText('Your account is deleted.')
  await seller.reload()
  await expect(seller.getByText('With Deleted user')).toBeVisible()
  const speak = (language: Locale) =>
    db().user.update({ where: { id: contractor.actor.userId }, data: { language } })
  await speak('de')
  try {
    await seller.reload()
    await expect(seller.getByText(`Mit ${de.people.deletedUser}`)).toBeVisible()
  } finally {
    await speak('en')
  }
  await signIn(page, employer.email, PASSWORD)
  await expect(page.locator('form').getByRole('alert')).toContainText('do not match')
})
