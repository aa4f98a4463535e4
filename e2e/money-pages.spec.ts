import type { Page } from '@playwright/test'
import { figure } from './support/figures.ts'
import type { LocalStripe } from './support/local-stripe.ts'
import { anEmployer, anOrder, aVerifiedContractor } from './support/people.ts'
import { accountOf } from './support/stripe-facts.ts'
import { expect, test } from './support/test.ts'

type Account = { settings: { payouts: { schedule: { interval: string; weekly_anchor?: string } } } }

const scheduleAt = async (stripe: LocalStripe, account: string) =>
  (await stripe.get<Account>(`accounts/${account}`)).settings.payouts.schedule

const stations = (page: Page) => page.getByRole('list', { name: 'When you get paid' }).getByRole('listitem')

async function choose(page: Page, interval: string): Promise<void> {
  await page.goto('/balance')
  await page.getByRole('radio', { name: interval }).check()
}

const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Save the schedule' }).dblclick()
  await expect(page.getByText('The schedule is saved.')).toBeVisible()
}

test('a contractor is paid by a schedule, and each order says where its money is', async ({
  browserOf,
  stripe,
}) => {
  test.setTimeout(180_000)
  const contractor = await aVerifiedContractor()
  const employer = await anEmployer()
  const held = await anOrder(employer, contractor, 'delivered')
  const order = await anOrder(employer, contractor, 'completed')
  const account = await accountOf(stripe, contractor.email)
  const page = await browserOf(contractor)

  await test.step('before the capture and before a schedule, what will be is told', async () => {
    await page.goto(`/orders/${held.id}`)
    await expect(stations(page).first()).toContainText('Once the employer approves your work.')
    await page.goto(`/orders/${order.id}`)
    await expect(stations(page).first()).toContainText('$108.00 of it is yours, after the commission.')
    await expect(stations(page).nth(1)).toContainText('Available on')
    await expect(stations(page).nth(2)).toContainText('nothing leaves by itself')
  })

  await test.step('a weekday is asked for with the choice that needs one', async () => {
    await choose(page, 'Every month')
    await expect(page.getByRole('combobox', { name: 'Day of the month' })).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Day of the week' })).toBeHidden()
    await page.getByRole('radio', { name: 'Every week' }).check()
    await page.getByRole('combobox', { name: 'Day of the week' }).selectOption('Friday')
    await save(page)
    await expect(page.getByText('to your bank account every Friday.')).toBeVisible()
    expect(await scheduleAt(stripe, account)).toMatchObject({ interval: 'weekly', weekly_anchor: 'friday' })
    await choose(page, 'Every day')
    await save(page)
    expect(await scheduleAt(stripe, account)).toMatchObject({ interval: 'daily' })
  })

  await test.step('Stripe not answering is said, and the choice is made once', async () => {
    await choose(page, 'Every week')
    await stripe.addFault({ method: 'POST', path: '/v1/accounts/:id', kind: 'fail_after', count: 9 })
    await page.getByRole('button', { name: 'Save the schedule' }).click()
    await expect(page.getByText('Stripe has not answered').first()).toBeVisible()
    await stripe.clearFaults()
    await expect(page.getByText('to your bank account every Monday.')).toBeVisible({ timeout: 70_000 })
    await choose(page, 'Every day')
    await save(page)
  })

  await test.step('days pass, and the order says that its money has arrived', async () => {
    await stripe.advanceClock({ days: 6 })
    await expect(async () => {
      await page.goto(`/orders/${order.id}`)
      await expect(stations(page).nth(3)).toContainText('give it this reference', { timeout: 1000 })
    }).toPass()
    await expect(stations(page).nth(2)).toContainText('Part of the payout of $108.00. Paid.')
    await expect(stations(page).nth(1)).toContainText('Available since')
  })
})

test('a month’s statement is a page, a PDF and a CSV of one sum, and earnings are a chart with its table', async ({
  browserOf,
}) => {
  const contractor = await aVerifiedContractor()
  const stranger = await aVerifiedContractor()
  const { id, title } = await anOrder(await anEmployer(), contractor, 'completed')
  const month = new Date().toISOString().slice(0, 7)
  const page = await browserOf(contractor)
  await page.goto('/balance')
  await page.getByRole('link', { name: 'Statements' }).click()
  await expect(figure(page, 'Opening balance')).toContainText('$0.00')
  await expect(figure(page, 'Paid by employers')).toContainText('$120.00')
  await expect(figure(page, 'Commission of Holdfast')).toContainText('-$12.00')
  await expect(figure(page, 'Balance so far')).toContainText('$108.00')
  await expect(page.getByRole('row', { name: new RegExp(`Commission.*${title}`) })).toContainText('$108.00')
  const [pdf, csv] = await Promise.all([
    page.request.get(`/api/statements/${month}/pdf`),
    page.request.get(`/api/statements/${month}/csv`),
  ])
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  const lines = (await csv.text()).trim().split('\r\n')
  expect(lines).toHaveLength(5)
  expect(lines[3]).toContain(`${id},${title},-12.00,108.00`)
  await page.goto('/balance/statements?month=2020-01')
  await expect(page.getByText('Nothing had moved by then')).toBeVisible()

  await page.goto('/balance/earnings')
  await expect(page.getByRole('img', { name: 'Bars of what you earned in USD' })).toBeVisible()
  await expect(page.locator('svg[role=img] rect')).toHaveCount(12)
  await expect(page.getByRole('row').nth(1)).toContainText('$108.00')
  await page.getByRole('row').nth(1).getByRole('link').click()
  await expect(figure(page, 'Balance so far')).toContainText('$108.00')
  const other = await browserOf(stranger)
  expect(
    (await (await other.request.get(`/api/statements/${month}/csv`)).text()).trim().split('\r\n'),
  ).toHaveLength(1)
  const employer = await browserOf(await anEmployer())
  expect((await employer.request.get(`/api/statements/${month}/pdf`)).status()).toBe(404)
  await other.goto('/balance/earnings')
  await expect(other.getByText('Nothing earned in the last twelve months')).toBeVisible()
})
