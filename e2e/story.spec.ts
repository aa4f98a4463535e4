import type { Page } from '@playwright/test'
import { CARDS, typeCard } from './support/card-form.ts'
import { aPhoto } from './support/documents.ts'
import { dayWords, figure } from './support/figures.ts'
import type { LocalStripe } from './support/local-stripe.ts'
import { anAdmin, anEmployer, anOrder, newcomer, PASSWORD, type Person, someoneBy } from './support/people.ts'
import { signUpByForm } from './support/sign-up.ts'
import { accountOf, chargeOf } from './support/stripe-facts.ts'
import { expect, test } from './support/test.ts'
import { acceptTerms, giveBankAccount, giveDetails, sendDocument } from './support/verification-steps.ts'

const open = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click()

async function expectBalance(page: Page, pending: string, available: string): Promise<void> {
  await page.goto('/balance')
  await expect(figure(page, 'Pending')).toContainText(pending)
  await expect(figure(page, 'Available')).toContainText(available)
}

/** What Stripe says, in minor units. */
async function balanceAtStripe(stripe: LocalStripe, account: string): Promise<Record<string, number>> {
  const balance = await stripe.get<Record<'pending' | 'available', { amount: number }[]>>(
    'balance',
    {},
    account,
  )
  const sum = (entries: { amount: number }[]) => entries.reduce((total, { amount }) => total + amount, 0)
  return { pending: sum(balance.pending), available: sum(balance.available) }
}

async function signInByForm(page: Page, person: Person): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: `Account: ${person.name}` })).toBeVisible()
}

test('a hold, the work, the money, a debit and a refund', async ({ browserOf, stripe }) => {
  test.setTimeout(240_000)
  const clara = newcomer('Clara')
  const emma = newcomer('Emma')
  const title = `A logo for the harbour of ${emma.displayName}`
  const [contractor, employer, admin] = [await browserOf(), await browserOf(), await browserOf()]
  let orderId = ''

  await test.step('the contractor signs up and becomes verified', async () => {
    await signUpByForm(contractor, clara, 'Get paid for work', 'Verification')
    await acceptTerms(contractor)
    await giveDetails(contractor, clara)
    await giveBankAccount(contractor, clara)
    await sendDocument(contractor, '4. Identity document', 'Photo page', await aPhoto('passport.jpg'))
    await expect(contractor.getByText('Still missing: your additional document.')).toBeVisible()
    await sendDocument(contractor, '5. Additional document', 'Document', await aPhoto('letter.jpg'))
    await expect(contractor.getByRole('region', { name: 'You are verified' })).toBeVisible()
    await expect(contractor.getByText('Employers can order from you.')).toBeVisible()
  })

  await test.step('the employer signs up and saves a card', async () => {
    await signUpByForm(employer, emma, 'Order work', 'Orders')
    await open(employer, 'Cards')
    await employer.getByRole('button', { name: 'Add a card' }).click()
    await typeCard(employer, CARDS.good)
    await employer.getByRole('button', { name: 'Save card' }).click()
    const saved = employer.getByRole('list', { name: 'Saved cards' }).getByRole('listitem')
    await expect(saved).toHaveCount(1)
    await expect(saved).toContainText('4242')
    await expect(saved).toContainText('Default')
  })

  await test.step('the employer orders and the money is held', async () => {
    await open(employer, 'Contractors')
    await employer.getByRole('link', { name: `Order from ${clara.displayName}` }).click()
    await employer.getByLabel('Title').fill(title)
    await employer.getByLabel('What is to be done?').fill('A lighthouse, two colours, as SVG, by Friday.')
    await employer.getByLabel('Amount in USD').fill('120')
    await expect(figure(employer, 'Commission')).toContainText('-$12.00')
    await expect(figure(employer, `${clara.displayName} receives`)).toHaveText('$108.00')
    await employer.getByRole('button', { name: 'Place order' }).click()
    await employer.getByRole('button', { name: 'Hold $120.00', exact: true }).click()
    await expect(employer.getByText('The money is held on your card. Nothing was taken.')).toBeVisible()

    orderId = new URL(employer.url()).pathname.split('/').at(-1) ?? ''
    const charge = await chargeOf(stripe, orderId)
    expect(charge).toMatchObject({ amount: 12_000, amount_captured: 0 })
    const captureBefore = charge.payment_method_details.card.capture_before ?? 0
    const end = employer.getByText(/^Held until/).getByRole('time')
    await expect(end).toHaveAttribute('datetime', new Date(captureBefore * 1000).toISOString())
  })

  await test.step('the contractor delivers', async () => {
    await open(contractor, 'Orders')
    await contractor.getByRole('link', { name: title }).click()
    await contractor.getByRole('button', { name: 'Mark as delivered' }).click()
    await contractor.getByLabel('Note to the employer').fill('The files are on the board.')
    await contractor.getByRole('button', { name: 'Deliver', exact: true }).click()
    await expect(contractor.getByText('Delivered. The employer can now approve the work.')).toBeVisible()
  })

  await test.step('the employer approves and the money is taken', async () => {
    await employer.goto(`/orders/${orderId}`)
    await expect(employer.getByText('The files are on the board.')).toBeVisible()
    await employer.getByRole('button', { name: 'Approve $120.00' }).click()
    await employer.getByRole('button', { name: 'Approve and pay $120.00' }).click()
    await expect(employer.getByRole('main').getByText('Completed', { exact: true })).toBeVisible()
    await expect(figure(employer, 'Taken from the card')).toHaveText('$120.00')
    expect(await chargeOf(stripe, orderId)).toMatchObject({ amount_captured: 12_000, amount_refunded: 0 })
  })

  const account = await accountOf(stripe, clara.email)

  await test.step('the contractor sees the exact cents pending, and later available', async () => {
    await expectBalance(contractor, '$108.00', '$0.00')
    expect(await balanceAtStripe(stripe, account)).toEqual({ pending: 10_800, available: 0 })
    const [movement] = await stripe.list<{ id: string; available_on: number }>(
      'balance_transactions',
      {},
      account,
    )
    await expect(contractor.getByText(dayWords(movement?.available_on ?? 0)).first()).toBeVisible()

    await stripe.advanceClock({ days: 3 })
    await expectBalance(contractor, '$0.00', '$108.00')
    expect(await balanceAtStripe(stripe, account)).toEqual({ pending: 0, available: 10_800 })
  })

  await test.step('the admin debits the contractor and the balance falls by exactly that', async () => {
    await signInByForm(admin, await anAdmin())
    await open(admin, 'Orders')
    await admin.getByRole('searchbox', { name: 'Search orders' }).fill(title)
    await admin.getByRole('button', { name: 'Search' }).click()
    await admin.getByRole('link', { name: title }).click()
    await admin.getByRole('link', { name: 'Recover from contractor…' }).click()
    const section = admin.getByRole('heading', { name: 'Recover from contractor' })
    await expect(section).toBeVisible()
    await admin.getByLabel('Amount in USD').fill('20.01')
    await admin.getByLabel('How').selectOption('Debit of the contractor’s Stripe account')
    await admin.getByRole('button', { name: 'Show what moves' }).click()
    const moves = admin.getByRole('table', { name: 'Who gains and who loses by this recovery' })
    await expect(moves.getByRole('row', { name: clara.displayName })).toContainText('−$20.01')
    await admin.getByLabel('Reason', { exact: true }).selectOption('Work was not as agreed')
    await admin.getByRole('button', { name: 'Recover $20.01' }).click()

    const recovery = admin.getByRole('list', { name: 'Recoveries' }).getByRole('listitem')
    await expect(recovery).toContainText('$20.01')
    await expect(recovery).toContainText('Debit of the contractor’s Stripe account')
    await expectBalance(contractor, '$0.00', '$87.99')
    expect(await balanceAtStripe(stripe, account)).toEqual({ pending: 0, available: 8_799 })
    const debits = await stripe.list<{ id: string; amount: number; source: { id: string } | null }>('charges')
    expect(debits.filter(debit => debit.source?.id === account).map(debit => debit.amount)).toEqual([2_001])
  })

  await test.step('another order fills the balance up, and the admin refunds the employer', async () => {
    const noah = await anEmployer('pm_card_bypassPending')
    await anOrder(noah, await someoneBy(clara.email), 'completed', 5_000n)
    await expectBalance(contractor, '$0.00', '$132.99')

    await admin.goto(`/admin/orders/${orderId}`)
    await admin.getByRole('button', { name: 'Show what moves' }).click()
    const moves = admin.getByRole('table', { name: 'Who gains and who loses by this refund' })
    await expect(moves.getByRole('row', { name: emma.displayName })).toContainText('+$120.00')
    await expect(moves.getByRole('row', { name: clara.displayName })).toContainText('−$108.00')
    await admin.getByLabel('Reason', { exact: true }).selectOption('Work was not as agreed')
    await admin.getByRole('button', { name: 'Refund $120.00' }).click()

    await expect(admin.getByText('Refund of $120.00: refunded')).toBeVisible()
    expect(await chargeOf(stripe, orderId)).toMatchObject({ amount_refunded: 12_000, refunded: true })
    await expectBalance(contractor, '$0.00', '$24.99')
    await employer.reload()
    await expect(figure(employer, 'Refunded to the card')).toHaveText('-$120.00')
  })

  await test.step('every cent is in our ledger, in Stripe’s objects and in Stripe’s balance', async () => {
    const cents = admin.getByRole('table', { name: 'Every cent of this order' })
    await expect(cents.getByRole('row')).toHaveCount(1 + 9)
    await expect(cents.getByRole('row', { name: /Recovered from the contractor/ })).toContainText('$20.01')
    await expect(cents.getByRole('img', { name: 'Agree', exact: true })).toHaveCount(9)
  })

  await test.step('every admin action is in the audit log', async () => {
    await admin.goto('/admin/audit')
    const log = admin.getByRole('table', { name: 'Audit events' })
    await expect(log.getByRole('row', { name: 'refund.request' }).first()).toBeVisible()
    await expect(log.getByRole('row', { name: 'recovery.request' }).first()).toBeVisible()
  })
})
