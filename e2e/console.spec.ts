import { readFile } from 'node:fs/promises'
import { db } from '#lib/db.ts'
import { anAdmin, anEmployer, anOrder, aVerifiedContractor } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('an owner finds anything by what they have of it, sees the months, and what happened by whom', async ({
  browserOf,
  contractor,
}) => {
  const employer = await anEmployer()
  const { id, title } = await anOrder(employer, contractor, 'completed')
  const { stripePaymentIntentId } = await db().payment.findFirstOrThrow({ where: { orderId: id } })
  const page = await browserOf(await anAdmin('owner'))
  for (const [typed, found] of [
    [title, `/admin/orders/${id}`],
    [employer.email, `/admin/users/${employer.actor.userId}`],
    [stripePaymentIntentId ?? '', `/admin/orders/${id}`],
  ]) {
    await page.goto(`/admin/search?q=${encodeURIComponent(typed ?? '')}`)
    await expect(page.getByRole('main').locator(`a[href="${found}"]`).first()).toBeVisible()
  }
  await page.getByLabel('Search everything').fill('no such thing at all')
  await page.getByLabel('Search everything').press('Enter')
  await expect(page.getByText('Nothing found')).toBeVisible()

  await page.goto('/admin')
  const months = page.getByRole('table', { name: 'USD by month, newest first' })
  await expect(months.getByRole('columnheader', { name: 'Commission' })).toBeVisible()
  await page.getByRole('link', { name: 'Earlier' }).click()
  await expect(page.getByRole('link', { name: 'Later' })).toBeVisible()

  await page.goto('/admin/audit')
  await page.getByLabel('Of what').fill(id)
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Export as CSV' })).toHaveAttribute('href', /object=ord_/)
  await expect(page.getByRole('row').filter({ hasText: id }).first()).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export as CSV' }).click(),
  ])
  const file = await readFile(await download.path(), 'utf8')
  expect(file.trim().split('\n').length).toBeGreaterThan(1)
  expect(
    file
      .split('\n')
      .slice(1)
      .filter(Boolean)
      .every(line => line.includes(id)),
  ).toBe(true)

  await page.goto('/admin/doctor')
  await expect(page.getByRole('listitem').filter({ hasText: 'Mail' }).first()).toBeVisible()
})

test('an owner suspends somebody, pauses payouts, sets a commission and a role, each with its words', async ({
  browserOf,
  guard,
}) => {
  guard.expect(/status of 40[14]/)
  const [owner, colleague] = [await anAdmin('owner'), await anAdmin('support')]
  const contractor = await aVerifiedContractor()
  const employer = await anEmployer('pm_card_bypassPending')
  await anOrder(employer, contractor, 'completed')
  const page = await browserOf(owner)

  await test.step('a rate for one contractor, which the next order carries', async () => {
    await page.goto('/admin/commission')
    const form = page.locator('form', { has: page.getByRole('button', { name: 'Set the rule' }) })
    await form.getByLabel('Contractor (e-mail or id)').fill(contractor.email)
    await form.getByLabel('Percent').fill('5')
    await form.getByLabel('Reason, for the record').fill('A friend of the house.')
    await form.getByRole('button', { name: 'Set the rule' }).click()
    await expect(page.getByText('The rule is set.')).toBeVisible()
    await page.goto(`/admin/commission?who=${encodeURIComponent(contractor.email)}&of=usd`)
    await expect(page.getByText(/^An order of today carries 5\s?%/)).toBeVisible()
    const { id } = await anOrder(employer, contractor, 'placed')
    expect((await db().order.findUniqueOrThrow({ where: { id } })).commissionAmount).toBe(600n)
  })

  await test.step('a rate for a kind of work, which says for which orders it is', async () => {
    await page.goto('/admin/commission')
    const form = page.locator('form', { has: page.getByRole('button', { name: 'Set the rule' }) })
    await form.getByLabel('Category').selectOption('Marketing')
    await form.getByLabel('Contractor (e-mail or id)').fill(contractor.email)
    await form.getByLabel('Percent').fill('7.5')
    await form.getByLabel('Reason, for the record').fill('To win more of them.')
    await form.getByRole('button', { name: 'Set the rule' }).click()
    await expect(form.getByText(/not more than one of them/)).toBeVisible()
    await form.getByLabel('Contractor (e-mail or id)').fill('')
    await form.getByRole('button', { name: 'Set the rule' }).click()
    await expect(page.getByText('The rule is set.')).toBeVisible()
    await expect(page.getByRole('row', { name: /Marketing.*7\.5/ })).toBeVisible()
    await page.getByLabel('Category').first().selectOption('Marketing')
    await page.getByRole('button', { name: 'Look it up' }).click()
    await expect(page.getByText(/^An order of today carries 7\.5\s?%/)).toBeVisible()
    await page.getByLabel('Contractor (e-mail or id)').first().fill(contractor.email)
    await page.getByRole('button', { name: 'Look it up' }).click()
    await expect(page.getByText(/^An order of today carries 5\s?%/)).toBeVisible()
  })

  await test.step('payouts are paused, and the contractor reads it', async () => {
    await page.goto(`/admin/users/${contractor.actor.userId}`)
    const payouts = page.getByRole('region', { name: 'Payouts', exact: true })
    await payouts.getByLabel('Reason, for the record').fill('A question of the bank’s.')
    await payouts.getByRole('button', { name: 'Pause payouts' }).click()
    await expect(payouts.getByText('Paused by an admin.')).toBeVisible()
    const seller = await browserOf(contractor)
    await seller.goto('/balance')
    await expect(seller.getByText('Holdfast has paused payouts from this balance.').first()).toBeVisible()
  })

  await test.step('a suspended person is signed out and cannot come back', async () => {
    const buyer = await browserOf(employer)
    await buyer.goto('/orders')
    await page.goto(`/admin/users/${employer.actor.userId}`)
    const access = page.getByRole('region', { name: 'Access', exact: true })
    await access.getByLabel('Reason, for the record').fill('Cards of others.')
    await access.getByRole('button', { name: 'Suspend', exact: true }).click()
    await expect(access.getByRole('button', { name: 'Let them in again' })).toBeVisible()
    await buyer.goto('/orders')
    await expect(buyer).toHaveURL(/\/sign-in/)
  })

  await test.step('a colleague gets another role', async () => {
    await page.goto('/admin/team')
    await page.getByLabel(`Role of ${colleague.name}`).selectOption({ label: 'Finance' })
    const row = page.getByRole('listitem').filter({ hasText: colleague.email })
    await row.getByRole('button', { name: 'Change', exact: true }).click()
    await expect(row.getByText('Finance', { exact: true }).first()).toBeVisible()
    const { adminRole } = await db().user.findUniqueOrThrow({ where: { id: colleague.actor.userId } })
    expect(adminRole).toBe('finance')
  })
})
