import type { Locator, Page } from '@playwright/test'
import { db } from '#lib/db.ts'
import { expectOk } from '#lib/demo/expect-ok.ts'
import { syncDisputes } from '#lib/disputes/sync-disputes.ts'
import { newRequestKey } from '#lib/ids.ts'
import { checkInvariants } from '#lib/ledger/invariants.ts'
import { requestPayout } from '#lib/payouts/request-payout.ts'
import { getEveryCent } from '#lib/reconciliation/every-cent.ts'
import { requestRefund } from '#lib/refunds/request-refund.ts'
import type { Balance, LocalStripe } from './support/local-stripe.ts'
import {
  anAdmin,
  anEmployer,
  anOrder,
  aVerifiedContractor,
  type Employer,
  type Person,
} from './support/people.ts'
import { accountOf, platformGained } from './support/stripe-facts.ts'
import { expect, test } from './support/test.ts'

type Choice = { amount: string; reverse: boolean; commission: boolean }

/** Whole and in part, each with the contractor's share and the commission, with the share alone, and from the platform alone. */
const CHOICES: Choice[] = ['', '50'].flatMap(amount => [
  { amount, reverse: true, commission: true },
  { amount, reverse: true, commission: false },
  { amount, reverse: false, commission: false },
])
const nameOf = ({ amount, reverse, commission }: Choice) =>
  `${amount || 'all'}, ${reverse ? 'share' : 'no share'}, ${commission ? 'commission' : 'no commission'}`

const addressFor = (orderId: string, { amount, reverse, commission }: Choice) =>
  `/admin/orders/${orderId}?refund=preview&amount=${amount}${reverse ? '&reverseTransfer=on' : ''}${commission ? '&refundCommission=on' : ''}#refund`

/** What a table of gains and losses says, in cents, in the order of employer, contractor and platform. */
async function movesIn(table: Locator): Promise<number[]> {
  const texts = await table.getByRole('row').getByRole('cell').allInnerTexts()
  return texts.map(text => Math.round(Number(text.replace('−', '-').replace(/[+$,]/g, '')) * 100))
}

async function totalOf(stripe: LocalStripe, account: string): Promise<number> {
  const { available, pending } = await stripe.get<Balance>('balance', {}, account)
  return [...available, ...pending]
    .filter(({ currency }) => currency === 'usd')
    .reduce((sum, { amount }) => sum + amount, 0)
}

const moved = (page: Page) => page.getByRole('table', { name: 'Who gained and who lost by this refund' })
const toMove = (page: Page) => page.getByRole('table', { name: 'Who gains and who loses by this refund' })

class Desk {
  readonly page: Page
  readonly stripe: LocalStripe
  readonly admin: Person

  constructor(page: Page, stripe: LocalStripe, admin: Person) {
    this.page = page
    this.stripe = stripe
    this.admin = admin
  }

  /** Confirms the choice that the page shows; what comes of it is what was shown, on the page, at Stripe and in the ledger. */
  async confirm(orderId: string, account: string): Promise<void> {
    const { page, stripe } = this
    const shown = await movesIn(toMove(page))
    const sums = async () => [await totalOf(stripe, account), await platformGained(stripe, orderId)]
    const before = await sums()
    await page.getByLabel('Reason', { exact: true }).selectOption({ label: 'Work was not as agreed' })
    await page.getByRole('button', { name: /^Refund \$/ }).click()
    await expect(page.getByText(/^Refund of \$[\d.]+: refunded$/)).toBeVisible()
    expect(await movesIn(moved(page))).toEqual(shown)
    const after = await sums()
    const [employer = 0, ...others] = shown
    expect(after.map((sum, index) => sum - (before[index] ?? 0))).toEqual(others)
    expect(employer + others.reduce((sum, one) => sum + one, 0)).toBe(0)
    const cents = expectOk(await getEveryCent(this.admin.actor, orderId), 'read every cent')
    expect(cents.filter(({ agrees }) => !agrees)).toEqual([])
    expect((await checkInvariants(false)).flatMap(({ breaches }) => breaches)).toEqual([])
  }
}

/** Everything that a contractor has available goes to their bank. */
async function payOut(stripe: LocalStripe, contractor: Person, account: string): Promise<void> {
  const { available } = await stripe.get<Balance>('balance', {}, account)
  const cents = available.find(({ currency }) => currency === 'usd')?.amount ?? 0
  const payout = { amount: (cents / 100).toFixed(2), currency: 'usd' as const, requestKey: newRequestKey() }
  expectOk(await requestPayout(contractor.actor, payout), 'pay out')
}

type Cast = { desk: Desk; employer: Employer; contractor: Person; account: string }

async function cast(browserOf: (person: Person) => Promise<Page>, stripe: LocalStripe): Promise<Cast> {
  await stripe.fundPlatform()
  const [admin, employer, contractor] = [
    await anAdmin(),
    await anEmployer('pm_card_bypassPending'),
    await aVerifiedContractor(),
  ]
  const desk = new Desk(await browserOf(admin), stripe, admin)
  return { desk, employer, contractor, account: await accountOf(stripe, contractor.email) }
}

test('every choice of a refund while the transfer is still there moves what was shown', async ({
  browserOf,
  stripe,
}) => {
  const { desk, employer, contractor, account } = await cast(browserOf, stripe)
  for (let spare = 0; spare < 2; spare++) await anOrder(employer, contractor, 'completed')
  for (const choice of CHOICES) {
    await test.step(nameOf(choice), async () => {
      const { id } = await anOrder(employer, contractor, 'completed')
      await desk.page.goto(addressFor(id, choice))
      await desk.confirm(id, account)
    })
  }
})

test('every choice after a part was refunded moves what was shown', async ({ browserOf, stripe }) => {
  const { desk, employer, contractor, account } = await cast(browserOf, stripe)
  for (let spare = 0; spare < 2; spare++) await anOrder(employer, contractor, 'completed')
  for (const choice of CHOICES) {
    await test.step(nameOf(choice), async () => {
      const { id } = await anOrder(employer, contractor, 'completed')
      const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { orderId: id } })
      const form = { paymentId, requestKey: newRequestKey(), reason: 'duplicate', note: '' } as const
      const part = { amount: '33.33', reverseTransfer: true, refundCommission: true }
      expectOk(await requestRefund(desk.admin.actor, { ...form, ...part }), 'refund a part')
      await desk.page.goto(addressFor(id, choice))
      await desk.confirm(id, account)
    })
  }
})

test('once the contractor is paid out no choice is a dead end: it is refunded from the platform, and recovered', async ({
  browserOf,
  stripe,
}) => {
  const { desk, employer, contractor, account } = await cast(browserOf, stripe)
  const { page } = desk
  for (const choice of CHOICES) {
    await test.step(nameOf(choice), async () => {
      const { id } = await anOrder(employer, contractor, 'completed')
      await payOut(stripe, contractor, account)
      await page.goto(addressFor(id, choice))
      if (choice.reverse) {
        await expect(page.getByText('The contractor’s balance does not cover this')).toBeVisible()
        await expect(page.getByRole('button', { name: /^Refund \$/ })).toHaveCount(0)
        await page.getByRole('link', { name: /now from Holdfast’s balance$/ }).click()
        await expect(page.getByRole('button', { name: /^Refund \$/ })).toBeVisible()
      }
      await desk.confirm(id, account)
      await expect(page.getByRole('link', { name: 'Recover from contractor…' }).first()).toBeVisible()
    })
  }
  await test.step('as much of the share as is there, and the rest recovered as a debt', async () => {
    const { id } = await anOrder(employer, contractor, 'completed')
    const { id: spent } = await anOrder(employer, contractor, 'completed')
    await payOut(stripe, contractor, account)
    await anOrder(employer, contractor, 'completed', 4000n)
    await page.goto(addressFor(id, { amount: '', reverse: true, commission: false }))
    await page.getByRole('link', { name: 'Refund $40.00 now with the contractor’s share' }).click()
    await expect(page.getByRole('button', { name: 'Refund $40.00' })).toBeVisible()
    await desk.confirm(id, account)

    await page.goto(addressFor(spent, { amount: '', reverse: false, commission: false }))
    await desk.confirm(spent, account)
    await page.getByRole('link', { name: 'Recover from contractor…' }).first().click()
    await expect(page).toHaveURL(new RegExp(`/admin/contractors/${contractor.actor.userId}.*order=${spent}`))
    await expect(page.getByLabel(/^Amount in/)).toHaveValue('120.00')
  })
})

test('what the bank has taken by a dispute is refunded by no choice, and the page says where to go on', async ({
  browserOf,
  stripe,
}) => {
  const { desk, contractor } = await cast(browserOf, stripe)
  const { id } = await anOrder(await anEmployer('pm_card_createDispute'), contractor, 'completed')
  expectOk(await syncDisputes(), 'hear of the dispute')
  for (const choice of CHOICES) {
    await test.step(nameOf(choice), async () => {
      await desk.page.goto(addressFor(id, choice))
      await expect(desk.page.getByText('Stripe does not refund it a second time').first()).toBeVisible()
      await expect(desk.page.getByRole('button', { name: /^Refund \$/ })).toHaveCount(0)
    })
  }
})
