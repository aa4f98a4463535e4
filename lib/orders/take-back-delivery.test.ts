import { afterEach, beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { openDisagreement } from '../disagreements/open-disagreement.ts'
import { evidenceFacts } from '../disputes/evidence-facts.ts'
import { newRequestKey } from '../ids.ts'
import { capturePayment } from '../payments/capture-payment.ts'
import { expectInvariants } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newContractor, newOrder, newParties } from '../testing/marketplace.ts'
import { told } from '../testing/told.ts'
import { deliverOrder } from './deliver-order.ts'
import { requestChanges } from './request-changes.ts'
import { takeBackDelivery } from './take-back-delivery.ts'

let parties: Parties
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties()
})
afterEach(expectInvariants)

const done = { ok: true, value: undefined }
const tooLate = { ok: false, error: 'too_late_to_take_back' }
const notThere = { ok: false, error: 'not_found' }

async function deliveryOf(orderId: string): Promise<string> {
  const where = { orderId, kind: 'deliver' }
  return (await db().orderEvent.findFirstOrThrow({ where, orderBy: { id: 'desc' } })).id
}
const statusOf = async (id: string) => (await db().order.findUniqueOrThrow({ where: { id } })).status
const takeBack = async (orderId: string, by = parties.contractor) =>
  takeBackDelivery(by, { orderId, deliveryId: await deliveryOf(orderId) })

test('a delivery is taken back once by whoever delivered, told once, and can be followed by another one', async () => {
  const orderId = await newOrder(parties, 'delivered')
  for (const other of [parties.employer, await newContractor(), await newAdmin()]) {
    expect(await takeBack(orderId, other)).toEqual(notThere)
  }
  const named = { orderId, deliveryId: await deliveryOf(orderId) }
  const often = Array.from({ length: 5 }, () => takeBackDelivery(parties.contractor, named))
  expect(await Promise.all(often)).toEqual(Array(5).fill(done))
  expect(await statusOf(orderId)).toBe('held')
  expect((await told(orderId)).filter(one => one.startsWith('delivery_taken_back'))).toEqual([
    'delivery_taken_back to EMPLOYER',
  ])
  const audited = { where: { action: 'order.take_back', subjectId: orderId } }
  expect(await db().auditEvent.count(audited)).toBe(1)

  const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
  expect((await evidenceFacts(orderId, paymentId)).deliveredAt).toBeNull()
  expectOk(await deliverOrder(parties.contractor, { orderId, note: 'Now it is done.' }), 'deliver again')
  expect((await evidenceFacts(orderId, paymentId)).deliveredAt).not.toBeNull()
  expect(await takeBackDelivery(parties.contractor, named)).toEqual(tooLate)
  expect(await statusOf(orderId)).toBe('delivered')
})

test('it is too late once the employer has answered or somebody disagrees', async () => {
  const [changed, disagreed, raced] = [
    await newOrder(parties, 'delivered'),
    await newOrder(parties, 'delivered'),
    await newOrder(parties, 'delivered'),
  ]
  expectOk(await requestChanges(parties.employer, { orderId: changed, note: 'Bluer.' }), 'ask for changes')
  expect(await takeBack(changed)).toEqual(tooLate)
  const text = 'It is green, and we had agreed on blue.'
  const form = { orderId: disagreed, text, requestKey: newRequestKey() }
  expectOk(await openDisagreement(parties.employer, form), 'disagree')
  expect(await takeBack(disagreed)).toEqual(tooLate)
  expect(await statusOf(disagreed)).toBe('delivered')

  const [approved] = await Promise.all([
    capturePayment(parties.employer, { orderId: raced }),
    takeBack(raced),
  ])
  expectOk(approved, 'approve')
  expect(await statusOf(raced)).toBe('completed')
  expect(await takeBack(raced)).toEqual(
    (await db().orderEvent.count({ where: { orderId: raced, kind: 'take_back' } })) === 1 ? done : tooLate,
  )
  expect(await statusOf(raced)).toBe('completed')
})
