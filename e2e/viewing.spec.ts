import { db } from '#lib/db.ts'
import { anAdmin, anEmployer, anOrder } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('an admin sees what somebody sees, can change nothing of it, and comes back', async ({
  browserOf,
  contractor,
  guard,
}) => {
  guard.expect(/status of 40[14]/)
  const employer = await anEmployer()
  const { id, title } = await anOrder(employer, contractor, 'held')
  const admin = await anAdmin('support')
  const page = await browserOf(admin)
  await page.goto(`/admin/users/${contractor.actor.userId}`)
  const form = page.getByRole('region', { name: 'See what they see' })
  await form.getByRole('button', { name: 'See what they see' }).click()
  await expect(form.getByText('Say why.')).toBeVisible()
  await form.getByLabel('Reason, for the record').fill('They do not find the button.')
  await form.getByRole('button', { name: 'See what they see' }).click()
  const banner = page.getByRole('complementary', { name: 'Looking at somebody’s pages' })
  await expect(banner).toContainText(`You see Holdfast as ${contractor.name} does`)

  await page.goto(`/orders/${id}`)
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  await page.getByRole('button', { name: 'Mark as delivered' }).click()
  await page.getByRole('button', { name: 'Deliver', exact: true }).click()
  await expect(page.getByRole('dialog').getByText('You only look at these pages.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('main').getByRole('textbox').first().fill('Not from them.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.goto(`/orders/${id}`)
  await expect(page.getByText('Not from them.')).toHaveCount(0)
  expect(await db().orderMessage.count({ where: { orderId: id } })).toBe(0)
  expect((await db().order.findUniqueOrThrow({ where: { id } })).status).toBe('held')

  const answers = await page.evaluate(
    async paths => Promise.all(paths.map(async path => (await fetch(path)).status)),
    ['/admin', '/admin/audit/export', '/api/orders/export', '/api/live'],
  )
  expect(answers).toEqual([404, 404, 200, 200])
  await page.goto('/account/security')
  await expect(page).not.toHaveURL(/account/)

  await banner.getByRole('button', { name: 'Stop looking' }).click()
  await expect(page).toHaveURL(`/admin/users/${contractor.actor.userId}`)
  await expect(banner).toHaveCount(0)
  expect(
    (await db().auditEvent.findMany({ where: { actorId: admin.actor.userId }, orderBy: { id: 'asc' } })).map(
      ({ action }) => action,
    ),
  ).toEqual(expect.arrayContaining(['user.view_started', 'user.view_ended']))
})
