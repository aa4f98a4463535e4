import { beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { deliverOrder } from '../orders/deliver-order.ts'
import { renewHold } from '../payments/renew-hold.ts'
import { setPayoutSchedule } from '../payout-schedules/set-payout-schedule.ts'
import { reconcile } from '../reconciliation/reconcile.ts'
import { stripeTime } from '../stripe/clock.ts'
import { recover } from '../testing/faults/recover.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock, newOrder, newParties } from '../testing/marketplace.ts'
import { told } from '../testing/told.ts'
import { SCHEDULE, TASKS } from './tasks.ts'

// One life by the clock alone: every job of the schedule runs at each of its dates, in two workers at once, and twice.

const HOUR = 3600
const DAY = 24 * HOUR

let parties: Parties
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties()
})

async function worker(): Promise<void> {
  for (const { task } of SCHEDULE) if (task !== 'reconcile') expectOk(await TASKS[task]({}), task)
}

/** Time passes, and all that is due is done; then ledger and Stripe say the same. */
async function pass(seconds: number): Promise<void> {
  await advanceClock(seconds)
  for (const _ of ['first', 'again']) {
    await Promise.all([worker(), worker()])
    await recover()
  }
  await expectInvariants()
  await expectLedgerIsStripe()
  expect(await reconcile()).toEqual({ ok: true, value: [] })
}

/** To so many seconds before the end of an order's newest hold. */
async function passTo(left: number, orderId: string): Promise<void> {
  const where = { orderId, status: 'requires_capture' } as const
  const { captureBeforeAt } = await db().payment.findFirstOrThrow({ where, orderBy: { id: 'desc' } })
  const at = expectOk(await stripeTime(), 'ask for the time').getTime()
  await pass(Math.round(((captureBeforeAt?.getTime() ?? 0) - at) / 1000) - left)
}

const statusOf = async (id: string) => (await db().order.findUniqueOrThrow({ where: { id } })).status
const both = (...kinds: string[]) => kinds.flatMap(kind => [`${kind} to CONTRACTOR`, `${kind} to EMPLOYER`])

test('each date of an order comes once: reminders, expiry, renewal, approval, availability and payout', async () => {
  const { employer, contractor, savedCardId } = parties
  const daily = { interval: 'daily', weekday: null, monthDay: null, requestKey: newRequestKey() } as const
  expectOk(await setPayoutSchedule(contractor, daily), 'choose a schedule')
  const [kept, lost] = [await newOrder(parties, 'held'), await newOrder(parties, 'held')]
  const news: string[] = ['hold_placed to CONTRACTOR']
  const expectTold = async (orderId: string) => expect(await told(orderId)).toEqual(news.toSorted())

  await passTo(47 * HOUR, kept)
  news.push(...both('hold_ends_48h'))
  await expectTold(kept)
  await passTo(11 * HOUR, kept)
  news.push(...both('hold_ends_12h'))
  await expectTold(kept)
  await expectTold(lost)

  const form = { orderId: kept, savedCardId, requestKey: newRequestKey() }
  expectOk(await renewHold(employer, form), 'renew')
  await passTo(-60, lost)
  expect([await statusOf(kept), await statusOf(lost)]).toEqual(['held', 'placed'])
  expect(await told(lost)).toEqual([...news, ...both('hold_expired')].sort())
  news.push('hold_renewed to CONTRACTOR')
  await expectTold(kept)

  expectOk(await deliverOrder(contractor, { orderId: kept, note: '' }), 'deliver')
  news.push('delivered to EMPLOYER')
  await pass(3.5 * DAY)
  await expectTold(kept)
  await pass(DAY)
  news.push('approval_near to EMPLOYER')
  await expectTold(kept)
  await pass(0.2 * DAY)
  // The renewed hold is another one, with reminders of its own.
  news.push(...both('hold_ends_48h'))
  await expectTold(kept)
  expect(await statusOf(kept)).toBe('delivered')
  await pass(0.8 * DAY)
  expect(await statusOf(kept)).toBe('completed')
  const approvals = await db().orderEvent.findMany({ where: { orderId: kept, kind: 'approve' } })
  expect(approvals).toMatchObject([{ actorId: null, data: { rule: 'silence', amount: '10000' } }])

  const payouts = () => db().payout.findMany({ where: { account: { userId: contractor.userId } } })
  const payoutNews = () =>
    db().notification.count({ where: { recipientId: contractor.userId, kind: 'payout_paid' } })
  expect(await payouts()).toEqual([])
  await pass(3 * DAY)
  await pass(3 * DAY)
  expect(await payouts()).toMatchObject([{ amount: 9000n, currency: 'usd', status: 'paid' }])
  expect(await payoutNews()).toBe(1)
  expect(await db().localMail.count()).toBe(await db().notification.count())
})
