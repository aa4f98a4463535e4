import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { setPayoutSchedule } from '../payout-schedules/set-payout-schedule.ts'
import { requestPayout } from '../payouts/request-payout.ts'
import { syncPayouts } from '../payouts/sync-payouts.ts'
import { doAtStripe } from '../testing/faults/at-stripe.ts'
import { expectInvariants } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock, injectFault, newContractor, newOrder, newParties } from '../testing/marketplace.ts'
import { getPayday } from './queries.ts'

const DAY = 24 * 3600
let shared: Parties
let parties: Parties

afterEach(expectInvariants)
beforeAll(async () => {
  await startLocalStripe()
  shared = await newParties()
})
beforeEach(async () => {
  parties = { ...shared, contractor: await newContractor() }
})

const payday = (orderId: string) => getPayday(parties.contractor, orderId)

async function daily(): Promise<void> {
  const choice = { interval: 'daily', weekday: null, monthDay: null, requestKey: newRequestKey() } as const
  expectOk(await setPayoutSchedule(parties.contractor, choice), 'choose a schedule')
}

/** Days pass at Stripe, and we hear of what its schedule and the banks did. */
async function pass(days: number): Promise<void> {
  await advanceClock(days * DAY)
  expectOk(await syncPayouts(), 'hear of payouts')
}

test('is the contractor’s alone, and begins with the capture', async () => {
  const [held, completed] = [await newOrder(parties, 'delivered'), await newOrder(parties, 'completed')]
  expect(await payday(held)).toBeNull()
  expect(await getPayday(parties.employer, completed)).toBeNull()
  expect(await getPayday(shared.contractor, completed)).toBeNull()
  expect(await payday(completed)).toMatchObject({
    earned: { amount: 9000n, currency: 'usd' },
    isAvailable: false,
    payout: { kind: 'manual', asked: null },
  })
})

test('with a schedule: pending, available, in a payout that is not told yet, in one that is, arrived', async () => {
  await daily()
  const orderId = await newOrder(parties, 'completed')
  expect(await payday(orderId)).toMatchObject({ isAvailable: false, payout: { kind: 'by_schedule' } })
  await pass(1)
  const waiting = await payday(orderId)
  await advanceClock(Math.max(0, (waiting?.availableOn?.getTime() ?? 0) / 1000 + 60 - (await stripeNow())))
  expect(await payday(orderId)).toMatchObject({ isAvailable: true, payout: { kind: 'by_schedule' } })
  await advanceClock(3 * 3600)
  expectOk(await syncPayouts(), 'hear of payouts')
  expect(await payday(orderId)).toMatchObject({ payout: { kind: 'not_known_yet' } })
  await pass(1)
  expect(await payday(orderId)).toMatchObject({
    payout: { kind: 'found', payout: { amount: 9000n, status: 'in_transit', isAutomatic: true } },
  })
  await pass(2)
  expect(await payday(orderId)).toMatchObject({ payout: { kind: 'found', payout: { status: 'paid' } } })
  const later = await newOrder(parties, 'completed')
  await pass(5)
  const [one, other] = await Promise.all([payday(orderId), payday(later)])
  expect(one?.payout).toMatchObject({ kind: 'found' })
  expect(other?.payout).toMatchObject({ kind: 'found' })
  expect(one?.payout).not.toEqual(other?.payout)
})

async function stripeNow(): Promise<number> {
  const response = await fetch(`${process.env.STRIPE_LOCAL_URL}/_control/clock`)
  return ((await response.json()) as { now: number }).now
}

test('a bank that returns it is told with the order', async () => {
  const row = await db().connectedAccount.findFirstOrThrow({ where: { userId: parties.contractor.userId } })
  const bank = { country: 'US', currency: 'usd', routing_number: '110000000', account_number: '000111111116' }
  const fields = Object.entries(bank).map(([name, value]) => [`external_account[${name}]`, value])
  const external = { ...Object.fromEntries(fields), 'external_account[object]': 'bank_account' }
  await doAtStripe(`accounts/${row.stripeAccountId}`, external)
  await daily()
  const orderId = await newOrder(parties, 'completed')
  await pass(5)
  expect(await payday(orderId)).toMatchObject({
    payout: { kind: 'found', payout: { status: 'failed', failureCode: 'no_account', hasReturned: true } },
  })
})

test('without a schedule what was paid out since is told, and tied to no order', async () => {
  const orderId = await newOrder(parties, 'completed')
  await pass(3)
  expect(await payday(orderId)).toMatchObject({ isAvailable: true, payout: { kind: 'manual', asked: null } })
  const terms = { requestKey: newRequestKey(), amount: '40', currency: 'usd' }
  expectOk(await requestPayout(parties.contractor, terms), 'pay out')
  expect(await payday(orderId)).toMatchObject({ payout: { kind: 'manual', asked: { amount: 4000n } } })
})

test('while Stripe is away, the day that is on record is shown, and said to be no more than that', async () => {
  const orderId = await newOrder(parties, 'completed')
  await injectFault({ method: 'GET', path: '/v1/transfers', kind: 'fail_before', count: 1 })
  const shown = await payday(orderId)
  expect(shown).toMatchObject({ payout: { kind: 'stripe_unavailable' } })
  expect(shown?.availableOn).toEqual((await payday(orderId))?.availableOn)
})
