import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { arrangeCard } from '../demo/arrange-employer.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { newRequestKey } from '../ids.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { duringOutage, newEmployer, newOrder, newParties, OUTAGES } from '../testing/marketplace.ts'
import { authorizeOrder } from './authorize-order.ts'
import { getPayment } from './queries.ts'
import { resumePayment } from './resume-payment.ts'

let parties: Parties

afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties()
})

const pay = (orderId: string, savedCardId = parties.savedCardId, requestKey = newRequestKey()) =>
  authorizeOrder(parties.employer, { orderId, savedCardId, requestKey })
const statusOf = async (orderId: string) =>
  (await db().order.findUniqueOrThrow({ where: { id: orderId } })).status
const holdsAtStripe = async (orderId: string) => {
  const response = await fetch(`${process.env.STRIPE_LOCAL_URL}/v1/payment_intents?limit=100`, {
    headers: { authorization: 'Bearer sk_test_local' },
  })
  const { data } = (await response.json()) as { data: { status: string; metadata: { order_id?: string } }[] }
  return data.filter(intent => intent.metadata.order_id === orderId).map(intent => intent.status)
}

describe('a hold', () => {
  test('is put on the card in one call, with the commission and until when', async () => {
    const orderId = await newOrder(parties, 'placed')
    expect(await pay(orderId)).toMatchObject({ ok: true, value: { status: 'held' } })
    const payment = await getPayment(parties.employer, orderId)
    expect(payment).toMatchObject({
      status: 'requires_capture',
      amountCapturable: 10_000n,
      commissionAmount: 1000n,
    })
    expect(payment?.captureBeforeAt?.getTime()).toBeGreaterThan(Date.now() + 6 * 24 * 3600 * 1000)
    expect(await statusOf(orderId)).toBe('held')
  })

  test('is one, however often and from however many tabs it is asked for', async () => {
    const orderId = await newOrder(parties, 'placed')
    const same = newRequestKey()
    const results = await Promise.all([
      ...Array.from({ length: 6 }, () => pay(orderId, parties.savedCardId, same)),
      ...Array.from({ length: 6 }, () => pay(orderId)),
    ])
    for (const result of results) expect(result.ok || result.error === 'already_held').toBe(true)
    expect(await db().payment.count({ where: { orderId } })).toBe(1)
    expect(await holdsAtStripe(orderId)).toEqual(['requires_capture'])
  })

  test('is refused for another employer, whose order it is not, as if there were none', async () => {
    const orderId = await newOrder(parties, 'placed')
    const stranger = await newEmployer()
    const savedCardId = await arrangeCard(stranger, 'pm_card_visa')
    const input = { orderId, savedCardId, requestKey: newRequestKey() }
    expect(await authorizeOrder(stranger, input)).toEqual({ ok: false, error: 'not_found' })
    expect(await authorizeOrder(parties.contractor, input)).toEqual({ ok: false, error: 'not_found' })
    expect(await pay(orderId, savedCardId)).toEqual({ ok: false, error: 'card_not_found' })
    expect(await holdsAtStripe(orderId)).toEqual([])
  })

  test('with the same form and another card is refused clearly', async () => {
    const orderId = await newOrder(parties, 'placed')
    const other = await arrangeCard(parties.employer, 'pm_card_mastercard')
    const requestKey = newRequestKey()
    await pay(orderId, parties.savedCardId, requestKey)
    expect(await pay(orderId, other, requestKey)).toEqual({ ok: false, error: 'request_key_reused' })
  })
})

describe('a declined card', () => {
  test('says why, leaves nothing that could be completed later, and another card works', async () => {
    const orderId = await newOrder(parties, 'placed')
    const bad = await arrangeCard(parties.employer, 'pm_card_chargeCustomerFail')
    expect(await pay(orderId, bad)).toEqual({ ok: false, error: 'declined' })
    const failed = await db().payment.findFirstOrThrow({ where: { orderId } })
    expect(failed).toMatchObject({ status: 'failed', declineCode: 'generic_decline' })
    expect((await resumePayment(failed.id)).ok).toBe(true)
    expect(await holdsAtStripe(orderId)).toEqual(['canceled'])
    expect(await pay(orderId)).toMatchObject({ ok: true, value: { status: 'held' } })
    expect(await statusOf(orderId)).toBe('held')
  })
})

describe('an outage of Stripe', () => {
  const CREATE = '/v1/payment_intents'

  test.each(OUTAGES)('(%s) is never shown as failed, and the job finds one hold', async kind => {
    const orderId = await newOrder(parties, 'placed')
    const outcome = await duringOutage(kind, CREATE, () => pay(orderId))
    expect(outcome).toMatchObject({ ok: true, value: { status: 'processing' } })
    const { id, status } = await db().payment.findFirstOrThrow({ where: { orderId } })
    expect(status).toBe('pending')
    expect((await resumePayment(id)).ok).toBe(true)
    expect(await holdsAtStripe(orderId)).toEqual(['requires_capture'])
    expect(await statusOf(orderId)).toBe('held')
  })

  test('of a day is not answered by sending again but by looking', async () => {
    const orderId = await newOrder(parties, 'placed')
    await duringOutage('fail_after', CREATE, () => pay(orderId))
    const payment = await db().payment.update({
      where: { id: (await db().payment.findFirstOrThrow({ where: { orderId } })).id },
      data: { createdAt: new Date(Date.now() - 23.5 * 3600 * 1000) },
    })
    expect((await resumePayment(payment.id)).ok).toBe(true)
    expect(await holdsAtStripe(orderId)).toEqual(['requires_capture'])
    expect(await statusOf(orderId)).toBe('held')
  })

  test('of a version that told Stripe something else is looked for too', async () => {
    const orderId = await newOrder(parties, 'placed')
    await duringOutage('fail_after', CREATE, () => pay(orderId))
    await db().order.update({ where: { id: orderId }, data: { title: 'What Stripe is told now' } })
    const { id } = await db().payment.findFirstOrThrow({ where: { orderId } })
    expect((await resumePayment(id)).ok).toBe(true)
    expect(await holdsAtStripe(orderId)).toEqual(['requires_capture'])
    expect(await statusOf(orderId)).toBe('held')
  })

  test('of a day in which nothing arrived ends the attempt, and the order can be paid anew', async () => {
    const orderId = await newOrder(parties, 'placed')
    await duringOutage('fail_before', CREATE, () => pay(orderId))
    const { id } = await db().payment.findFirstOrThrow({ where: { orderId } })
    await db().payment.update({
      where: { id },
      data: { createdAt: new Date(Date.now() - 23.5 * 3600 * 1000) },
    })
    await resumePayment(id)
    expect((await db().payment.findUniqueOrThrow({ where: { id } })).status).toBe('failed')
    expect(await holdsAtStripe(orderId)).toEqual([])
    expect(await pay(orderId)).toMatchObject({ ok: true, value: { status: 'held' } })
  })
})
