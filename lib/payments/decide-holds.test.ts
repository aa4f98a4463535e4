import { afterEach, beforeAll, expect, test } from 'vitest'
import { DAY_MS, now } from '../clock.ts'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { chooseHoldEnd } from '../orders/choose-hold-end.ts'
import type { HoldEnd } from '../orders/model.ts'
import { requestChanges } from '../orders/request-changes.ts'
import { stripeTime } from '../stripe/clock.ts'
import { recover } from '../testing/faults/recover.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock, duringOutage, newEmployer, newOrder, newParties } from '../testing/marketplace.ts'
import { decideHolds } from './decide-holds.ts'
import { remindOfApprovals } from './remind-of-approvals.ts'

let parties: Parties
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties()
})
afterEach(expectInvariants)

const decide = async () => expectOk(await decideHolds(), 'decide')
const statusOf = async (orderId: string) =>
  (await db().order.findUniqueOrThrow({ where: { id: orderId } })).status
const choose = async (orderId: string, holdEnd: HoldEnd) =>
  expectOk(await chooseHoldEnd(parties.employer, { orderId, holdEnd }), 'choose')

/** Moves Stripe's clock to so many minutes before a hold's end. */
async function advanceTo(minutes: number, orderId: string): Promise<void> {
  const { captureBeforeAt } = await db().payment.findFirstOrThrow({ where: { orderId } })
  const at = expectOk(await stripeTime(), 'ask for the time').getTime()
  await advanceClock(Math.round(((captureBeforeAt?.getTime() ?? 0) - at) / 1000) - minutes * 60)
}

/** Stripe's and our history cannot be changed, so a delivery that waited is written as one that did. */
async function deliveredDaysAgo(days: number): Promise<string> {
  const orderId = await newOrder(parties, 'held')
  const createdAt = new Date(now().getTime() - days * DAY_MS)
  await db().order.update({ where: { id: orderId }, data: { status: 'delivered' } })
  const { actorId, id } = { actorId: parties.contractor.userId, id: `oev_${orderId.slice(4)}` }
  await db().orderEvent.create({ data: { id, orderId, kind: 'deliver', actorId, data: {}, createdAt } })
  return orderId
}

test('in its last hour a hold ends as its employer chose; undelivered work is never approved by itself', async () => {
  const approve = await newOrder(parties, 'delivered')
  const release = await newOrder(parties, 'delivered')
  const undelivered = await newOrder(parties, 'held')
  const asked = await newOrder(parties, 'delivered')
  await Promise.all([choose(approve, 'approve'), choose(release, 'release'), choose(undelivered, 'approve')])
  await advanceTo(90, approve)
  expect(await decide()).toBe(0)
  await advanceTo(40, approve)
  const twoWorkers = await Promise.all([decide(), decide()])
  expect(Math.max(...twoWorkers)).toBeGreaterThan(0)
  expect(await Promise.all([approve, release, undelivered, asked].map(statusOf))).toEqual([
    'completed',
    'canceled',
    'held',
    'delivered',
  ])
  const captured = { payment: { orderId: approve } }
  expect(await db().orderEvent.count({ where: { orderId: approve, kind: 'approve' } })).toBe(1)
  expect(await db().refund.count({ where: captured })).toBe(0)
  expect(await db().orderEvent.findFirst({ where: { orderId: approve, kind: 'approve' } })).toMatchObject({
    actorId: null,
    data: { rule: 'hold_end', amount: '10000' },
  })
  await expectLedgerIsStripe()
})

test('what Stripe does not answer is finished by the completer, once', async () => {
  const orderId = await newOrder(parties, 'delivered')
  await choose(orderId, 'approve')
  await advanceTo(30, orderId)
  await duringOutage('fail_after', '/v1/payment_intents/:id/capture', decide)
  await recover()
  expect(await statusOf(orderId)).toBe('completed')
  expect(await decide()).toBe(0)
})

test('a delivery that nobody answered for five days is approved, after one reminder; an answered one is not', async () => {
  const silent = await deliveredDaysAgo(5.1)
  const near = await deliveredDaysAgo(4.5)
  const answered = await deliveredDaysAgo(6)
  expectOk(await requestChanges(parties.employer, { orderId: answered, note: 'Bluer' }), 'ask for changes')
  expect(expectOk(await remindOfApprovals(), 'remind')).toBe(2)
  expect(expectOk(await remindOfApprovals(), 'remind')).toBe(0)
  expect(await decide()).toBe(1)
  expect(await Promise.all([silent, near, answered].map(statusOf))).toEqual([
    'completed',
    'delivered',
    'held',
  ])
  const event = await db().orderEvent.findFirst({ where: { orderId: silent, kind: 'approve' } })
  expect(event?.data).toMatchObject({ rule: 'silence' })
  const told = await db().notification.findMany({ where: { orderId: near, kind: 'approval_near' } })
  expect(told.map(({ recipientId }) => recipientId)).toEqual([parties.employer.userId])
})

test('the choice is the employer’s own, and told in the history once', async () => {
  const orderId = await newOrder(parties, 'held')
  const refused = { ok: false, error: 'not_found' }
  for (const actor of [parties.contractor, await newEmployer()])
    expect(await chooseHoldEnd(actor, { orderId, holdEnd: 'approve' })).toEqual(refused)
  await choose(orderId, 'release')
  await choose(orderId, 'release')
  expect(await db().orderEvent.count({ where: { orderId, kind: 'hold_end_chosen' } })).toBe(1)
  const done = await newOrder(parties, 'completed')
  expect(await chooseHoldEnd(parties.employer, { orderId: done, holdEnd: 'approve' })).toEqual({
    ok: false,
    error: 'wrong_state',
  })
})
