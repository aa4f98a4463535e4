import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { arrangeCard } from '../demo/arrange-employer.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { newRequestKey } from '../ids.ts'
import { doAtStripe } from '../testing/faults/at-stripe.ts'
import { standing } from '../testing/faults/order-operations.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import {
  advanceClock,
  duringOutage,
  newEmployer,
  newOrder,
  newParties,
  OUTAGES,
} from '../testing/marketplace.ts'
import { latestKinds, orderOf, resumeAll } from '../testing/order-history.ts'
import { told } from '../testing/told.ts'
import { capturePayment } from './capture-payment.ts'
import { getPayment } from './queries.ts'
import { renewHold } from './renew-hold.ts'

const HOUR = 3600
let parties: Parties
let declining: string

afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties()
  declining = await arrangeCard(parties.employer, 'pm_card_chargeCustomerFail')
})

const renew = (orderId: string, savedCardId = parties.savedCardId, requestKey = newRequestKey()) =>
  renewHold(parties.employer, { orderId, savedCardId, requestKey })
describe('a renewed hold', () => {
  test('holds before the old one is let go, lasts longer, and is captured like any other', async () => {
    const orderId = await newOrder(parties, 'delivered')
    const before = await getPayment(parties.employer, orderId)
    await advanceClock(48 * HOUR)
    expect(await renew(orderId)).toMatchObject({ ok: true, value: { status: 'held' } })
    expect(await standing(orderId)).toBe('delivered: requires_capture, canceled')
    const after = await getPayment(parties.employer, orderId)
    expect(after).toMatchObject({
      status: 'requires_capture',
      amount: 10_000n,
      commissionAmount: 1000n,
      renewal: null,
    })
    const longer = (after?.captureBeforeAt?.getTime() ?? 0) - (before?.captureBeforeAt?.getTime() ?? 0)
    expect(longer).toBeGreaterThan(47 * HOUR * 1000)
    expect(await latestKinds(orderId, 2)).toEqual(['hold_renewed', 'other_hold_released'])
    const heard = (await told(orderId)).filter(line => line.startsWith('hold'))
    expect(heard).toEqual(['hold_placed to CONTRACTOR', 'hold_renewed to CONTRACTOR'])
    const facts = await db().ledgerTransaction.findMany({
      where: { sourceId: { in: (await orderOf(orderId)).payments.map(({ id }) => id) } },
    })
    expect(facts.map(({ code }) => code).sort()).toEqual(['hold', 'hold', 'hold_ended'])
    expect(await capturePayment(parties.employer, { orderId })).toMatchObject({ ok: true })
    expect(await standing(orderId)).toBe('completed: captured 10000, canceled')
  })

  test('is one, however often its form is sent and from however many tabs; and may be renewed again', async () => {
    const orderId = await newOrder(parties, 'held')
    const same = newRequestKey()
    const results = await Promise.all(
      Array.from({ length: 8 }, () => renew(orderId, parties.savedCardId, same)),
    )
    for (const result of results) expect(result).toMatchObject({ ok: true })
    expect(await standing(orderId)).toBe('held: requires_capture, canceled')
    expect(await renew(orderId, declining, same)).toEqual({ ok: false, error: 'request_key_reused' })
    expect(await renew(orderId)).toMatchObject({ ok: true })
    expect(await standing(orderId)).toBe('held: requires_capture, canceled, canceled')
    expect(await renew(orderId, parties.savedCardId, same)).toEqual({ ok: false, error: 'wrong_state' })
  })

  test('is refused for others, for orders without a hold and for cards of others', async () => {
    const orderId = await newOrder(parties, 'held')
    const input = { orderId, savedCardId: parties.savedCardId, requestKey: newRequestKey() }
    for (const actor of [await newEmployer(), parties.contractor])
      expect(await renewHold(actor, input)).toEqual({ ok: false, error: 'not_found' })
    const foreign = await arrangeCard(await newEmployer(), 'pm_card_visa')
    expect(await renew(orderId, foreign)).toEqual({ ok: false, error: 'card_not_found' })
    expect(await renew(await newOrder(parties, 'placed'))).toEqual({ ok: false, error: 'hold_expired' })
    expect(await renew(await newOrder(parties, 'completed'))).toEqual({ ok: false, error: 'wrong_state' })
    expect(await renew(await newOrder(parties, 'canceled'))).toEqual({ ok: false, error: 'hold_expired' })
    expect(await standing(orderId)).toBe('held: requires_capture')
  })

  test('that is declined leaves the old one as it was', async () => {
    const orderId = await newOrder(parties, 'held')
    expect(await renew(orderId, declining)).toEqual({ ok: false, error: 'declined' })
    await resumeAll(orderId)
    expect(await standing(orderId)).toBe('held: canceled, requires_capture')
    expect(await latestKinds(orderId, 1)).toEqual(['renewal_declined'])
    expect(await getPayment(parties.employer, orderId)).toMatchObject({
      status: 'requires_capture',
      renewal: null,
    })
    expect(await renew(orderId)).toMatchObject({ ok: true, value: { status: 'held' } })
  })
})

describe('an outage of Stripe', () => {
  test.each(OUTAGES)('(%s) when holding is found out by the job, and one hold is left', async kind => {
    const orderId = await newOrder(parties, 'held')
    const outcome = await duringOutage(kind, '/v1/payment_intents', () => renew(orderId))
    expect(outcome).toMatchObject({ ok: true, value: { status: 'processing' } })
    expect(await getPayment(parties.employer, orderId)).toMatchObject({
      status: 'requires_capture',
      renewal: { status: 'pending' },
    })
    await resumeAll(orderId)
    await resumeAll(orderId)
    expect(await standing(orderId)).toBe('held: requires_capture, canceled')
  })

  test('when letting go leaves the new hold and has the job let go of the old one', async () => {
    const orderId = await newOrder(parties, 'held')
    const cancel = '/v1/payment_intents/:id/cancel'
    expect(await duringOutage('fail_before', cancel, () => renew(orderId))).toMatchObject({
      value: { status: 'held' },
    })
    expect(await standing(orderId)).toBe('held: requires_capture, requires_capture')
    await resumeAll(orderId)
    expect(await standing(orderId)).toBe('held: requires_capture, canceled')
  })
})

test('an old hold that somebody captured at Stripe meanwhile stands, and the new one is let go', async () => {
  const orderId = await newOrder(parties, 'held')
  await duringOutage('fail_before', '/v1/payment_intents/:id/cancel', () => renew(orderId))
  const [old] = (await orderOf(orderId)).payments
  await doAtStripe(`payment_intents/${old?.stripePaymentIntentId}/capture`)
  await resumeAll(orderId)
  await resumeAll(orderId)
  expect(await standing(orderId)).toBe('completed: canceled, captured 10000')
  expect(await getPayment(parties.employer, orderId)).toMatchObject({
    status: 'succeeded',
    amountCaptured: 10_000n,
  })
})
