import { checkInvariants } from '#lib/ledger/invariants.ts'
import { reconcile } from '#lib/reconciliation/reconcile.ts'
import { aContractorPaidIn } from './support/elsewhere.ts'
import { figure } from './support/figures.ts'
import { anAdmin, anEmployer } from './support/people.ts'
import { chargeOf } from './support/stripe-facts.ts'
import { expect, test } from './support/test.ts'

// Amounts without decimals and with three: what is typed, held, taken in part, refunded and recovered, to the last unit.

const NB = '\u00a0'

const STORIES = [
  {
    currency: 'jpy',
    ...{ typed: '12005', wrong: '12005.5', sum: '¥12,005', commission: '-¥1,201' },
    ...{ part: '6003', taken: '¥6,003', partCommission: '¥601', left: '¥5,402' },
    ...{ refund: '1001', refunded: '¥1,001', captured: 6003, amount: 12_005 },
  },
  {
    currency: 'kwd',
    ...{ typed: '40.05', wrong: '40.055', sum: `KWD${NB}40.050` },
    ...{ commission: `-KWD${NB}4.010`, part: '20.03', taken: `KWD${NB}20.030` },
    ...{ partCommission: `KWD${NB}2.010`, left: `KWD${NB}18.020`, refund: '5.01' },
    ...{ refunded: `KWD${NB}5.010`, captured: 20_030, amount: 40_050 },
  },
] as const

for (const story of STORIES) {
  test(`an order in ${story.currency.toUpperCase()} from the amount to the refund`, async ({
    browserOf,
    stripe,
  }) => {
    const [contractor, employer] = [await aContractorPaidIn(story.currency, stripe), await anEmployer()]
    const page = await browserOf(employer)
    await page.goto(`/contractors/${contractor.actor.userId}/order`)
    await page.getByLabel('Title').fill('Work far away')
    await page.getByLabel('What is to be done?').fill('As agreed in our letters.')
    const amount = page.getByLabel(`Amount in ${story.currency.toUpperCase()}`)
    await amount.fill(story.wrong)
    await page.getByRole('button', { name: 'Place order' }).click()
    await expect(amount).toHaveAttribute('aria-invalid', 'true')
    await amount.fill(story.typed)
    await expect(figure(page, 'Commission')).toContainText(story.commission)
    await page.getByRole('button', { name: 'Place order' }).click()
    await page.getByRole('button', { name: `Hold ${story.sum}`, exact: true }).click()
    await expect(page.getByText('The money is held on your card. Nothing was taken.')).toBeVisible()
    const orderId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    expect(await chargeOf(stripe, orderId)).toMatchObject({ amount: story.amount, currency: story.currency })

    await page.goto(`/orders/${orderId}?part=${story.part}#part`)
    await expect(page.locator('#part').getByText(story.partCommission, { exact: true })).toBeVisible()
    await page.getByRole('button', { name: `Approve and pay ${story.taken}` }).click()
    await expect(figure(page, 'Taken from the card')).toHaveText(story.taken)
    const charge = await chargeOf(stripe, orderId)
    expect(charge).toMatchObject({ amount_captured: story.captured })

    const admin = await browserOf(await anAdmin())
    await admin.goto(
      `/admin/orders/${orderId}?refund=preview&amount=${story.refund}&reverseTransfer=on#refund`,
    )
    await admin.getByLabel('Reason', { exact: true }).selectOption('Work was not as agreed')
    await admin.getByRole('button', { name: `Refund ${story.refunded}` }).click()
    await expect(admin.getByText(`Refund of ${story.refunded}: refunded`)).toBeVisible()

    const reader = await browserOf(contractor)
    await reader.goto('/balance')
    await expect(reader.getByText(story.left).first()).toBeVisible()
    expect(await reconcile()).toEqual({ ok: true, value: [] })
    for (const { name, breaches } of await checkInvariants(false)) expect(breaches, name).toEqual([])
  })
}
