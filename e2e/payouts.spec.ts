import type { Page } from '@playwright/test'
import { figure } from './support/figures.ts'
import type { LocalStripe, StripeObject } from './support/local-stripe.ts'
import { anAdmin, anEmployer, anOrder, aVerifiedContractor } from './support/people.ts'
import { accountOf } from './support/stripe-facts.ts'
import { expect, test } from './support/test.ts'
import { giveBankAccount } from './support/verification-steps.ts'

type Payout = StripeObject & { amount: number; status: string; trace_id: { value: string | null } }

const payouts = (page: Page) => page.getByRole('list', { name: 'Payouts' }).getByRole('listitem')

async function choose(page: Page, amount: string): Promise<void> {
  await page.getByLabel('Amount to pay out, in USD').fill(amount)
  await page.getByRole('button', { name: 'Pay out…' }).click()
}

async function payOut(page: Page, sum: string): Promise<void> {
  await expect(page.getByRole('heading', { name: `Pay out ${sum}?` })).toBeFocused()
  // Twice, as an impatient hand does.
  await page.getByRole('button', { name: `Pay out ${sum}` }).dblclick()
  await expect(page.getByText(`Payout of ${sum}: being prepared`)).toBeVisible()
}

const atStripe = (stripe: LocalStripe, account: string) => stripe.list<Payout>('payouts', {}, account)

test('a contractor pays out, is paid, and is told why a bank sent money back', async ({
  browserOf,
  stripe,
}) => {
  test.setTimeout(180_000)
  const contractor = await aVerifiedContractor()
  await anOrder(await anEmployer('pm_card_bypassPending'), contractor, 'completed')
  const account = await accountOf(stripe, contractor.email)
  const page = await browserOf(contractor)

  await test.step('what is available is offered, and no more than that', async () => {
    await page.goto('/balance')
    await expect(page.getByText('No payouts yet.')).toBeVisible()
    await expect(page.getByLabel('Amount to pay out, in USD')).toHaveValue('108.00')
    await choose(page, '108.01')
    await expect(page.getByText('No more than $108.00 can be paid out now.')).toBeVisible()
    await choose(page, '40')
    await expect(figure(page, 'Goes to')).toHaveText('STRIPE TEST BANK ending in 6789')
    await expect(figure(page, 'Stays available')).toHaveText('$68.00')
  })

  await test.step('it leaves the balance at once, and once', async () => {
    await payOut(page, '$40.00')
    await expect(figure(page, 'Available')).toContainText('$68.00')
    await expect(payouts(page)).toHaveCount(1)
    await expect(payouts(page)).toContainText('Being prepared')
    expect((await atStripe(stripe, account)).map(({ amount }) => amount)).toEqual([4_000])
  })

  await test.step('the bank has it, with a reference', async () => {
    await stripe.advanceClock({ days: 3 })
    const [paid] = await atStripe(stripe, account)
    expect(paid?.status).toBe('paid')
    await expect(async () => {
      await page.goto('/balance')
      await expect(payouts(page)).toContainText(`arrived`, { timeout: 1000 })
    }).toPass()
    await expect(payouts(page)).toContainText(paid?.trace_id.value ?? 'a reference')
  })

  await test.step('a closed bank account sends it back, and another one is asked for', async () => {
    await page.goto('/onboarding')
    await page.getByText('Replace bank account').click()
    await giveBankAccount(page, { displayName: contractor.name }, '000111111113')
    await page.goto('/balance')
    await choose(page, '68')
    await payOut(page, '$68.00')
    await stripe.advanceClock({ days: 3 })
    const failed = payouts(page).filter({ hasText: 'Failed' })
    await expect(async () => {
      await page.goto('/balance')
      await expect(failed).toContainText('The bank account is closed.', { timeout: 1000 })
    }).toPass()
    await expect(failed).toContainText('The money is back in the balance. Add another bank account.')
    await expect(figure(page, 'Available')).toContainText('$68.00')
    await failed.getByRole('link', { name: 'Change the bank account' }).click()
    await expect(page).toHaveURL(/\/onboarding#bank$/)
  })

  await test.step('an admin sees what failed and what the contractor was told', async () => {
    const admin = await browserOf(await anAdmin())
    await admin.goto(`/admin/contractors/${contractor.actor.userId}`)
    await expect(payouts(admin)).toHaveCount(2)
    await expect(payouts(admin).filter({ hasText: 'Failed' })).toContainText(
      'The bank account is closed. The money is back in the balance. The contractor was told: “Add another bank account.”',
    )
  })
})
