import type { Page } from '@playwright/test'
import type { LocalStripe } from './support/local-stripe.ts'
import { anEmployer, anOrder, aVerifiedContractor } from './support/people.ts'
import { accountOf } from './support/stripe-facts.ts'
import { expect, test } from './support/test.ts'

const PHONE = { width: 375, height: 800 }

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
  const page = await browserOf(contractor, { viewport: PHONE })

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
