import { afterEach, beforeAll, expect, test } from 'vitest'
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
import { silentDelivery } from '../testing/silent-delivery.ts'
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

test('in its last hour a hold ends as its employer chose; undelivered work is never approved by itself', async () => {
  const approve = await silentDelivery(parties, 30)
  const release = await silentDelivery(parties, 30)
  const undelivered = await newOrder(parties, 'held')
  const asked = await silentDelivery(parties, 30)
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
  const orderId = await silentDelivery(parties, 30)
  await choose(orderId, 'approve')
  await advanceTo(30, orderId)
  await duringOutage('fail_after', '/v1/payment_intents/:id/capture', decide)
  await recover()
  expect(await statusOf(orderId)).toBe('completed')
  expect(await decide()).toBe(0)
})

test('a delivery that nobody answered for five days is approved, after one reminder; an answered one is not', async () => {
  const silent = await silentDelivery(parties, -0.1)
  const near = await silentDelivery(parties, 0.5)
  const answered = await silentDelivery(parties, -1)
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
