import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { retrieveBalance } from '../stripe/balance.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock, duringOutage, newOrder, newParties, OUTAGES } from '../testing/marketplace.ts'
import { capturePayment } from './capture-payment.ts'
import { getPayment } from './queries.ts'
import { releaseHold } from './release-hold.ts'
import { resumePayment } from './resume-payment.ts'
import { syncPayment } from './sync-payment.ts'

let parties: Parties

afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties()
})

const statusOf = async (orderId: string) =>
  (await db().order.findUniqueOrThrow({ where: { id: orderId } })).status
const approve = (orderId: string, amount?: string) => capturePayment(parties.employer, { orderId, amount })
async function pendingBalance(): Promise<bigint> {
  const account = await db().connectedAccount.findFirstOrThrow({
    where: { userId: parties.contractor.userId },
  })
  const balance = await retrieveBalance(account.stripeAccountId ?? '')
  if (!balance.ok) throw new Error('no balance')
  return balance.value.find(line => line.currency === 'usd')?.pending ?? 0n
}

describe('approval', () => {
  test('captures the hold; the contractor has the amount less the commission, to the cent', async () => {
    const before = await pendingBalance()
    const orderId = await newOrder(parties, 'delivered')
    expect((await approve(orderId)).ok).toBe(true)
    expect(await getPayment(parties.employer, orderId)).toMatchObject({
      status: 'succeeded',
      amountCaptured: 10_000n,
      commissionCaptured: 1000n,
    })
    expect(await statusOf(orderId)).toBe('completed')
    expect((await pendingBalance()) - before).toBe(9000n)
  })

  test('of a part recomputes the commission in proportion and passes it', async () => {
    const before = await pendingBalance()
    const orderId = await newOrder(parties, 'delivered')
    expect((await approve(orderId, '33.33')).ok).toBe(true)
    const payment = await getPayment(parties.employer, orderId)
    expect(payment).toMatchObject({ amountCaptured: 3333n, commissionCaptured: 333n })
    expect((await pendingBalance()) - before).toBe(3000n)
  })

  test.each([
    ['0', 'amount_invalid'],
    ['abc', 'amount_invalid'],
    ['0.10', 'amount_too_small'],
    ['100.01', 'amount_too_large'],
  ])('of %s is refused and takes nothing', async (amount, error) => {
    const orderId = await newOrder(parties, 'delivered')
    expect(await approve(orderId, amount)).toEqual({ ok: false, error })
    expect(await statusOf(orderId)).toBe('delivered')
  })

  test('twenty times at once is one capture', async () => {
    const before = await pendingBalance()
    const orderId = await newOrder(parties, 'delivered')
    const results = await Promise.all(Array.from({ length: 20 }, () => approve(orderId)))
    expect(results.some(result => result.ok)).toBe(true)
    for (const result of results) expect(result.ok || result.error === 'processing').toBe(true)
    await resumePayment((await db().payment.findFirstOrThrow({ where: { orderId } })).id)
    expect(await statusOf(orderId)).toBe('completed')
    expect((await pendingBalance()) - before).toBe(9000n)
    expect(await db().orderEvent.count({ where: { orderId, kind: 'capture' } })).toBe(1)
  })

  test('is the employer’s alone', async () => {
    const orderId = await newOrder(parties, 'delivered')
    expect(await capturePayment(parties.contractor, { orderId })).toEqual({ ok: false, error: 'not_found' })
    expect(await statusOf(orderId)).toBe('delivered')
  })

  test.each(OUTAGES)(
    'during an outage (%s) is taken to its end by the job, with the same sums',
    async kind => {
      const before = await pendingBalance()
      const orderId = await newOrder(parties, 'delivered')
      const capture = '/v1/payment_intents/:id/capture'
      expect(await duringOutage(kind, capture, () => approve(orderId, '50'))).toEqual({
        ok: false,
        error: 'processing',
      })
      expect(await statusOf(orderId)).toBe('approved')
      await resumePayment((await db().payment.findFirstOrThrow({ where: { orderId } })).id)
      expect(await statusOf(orderId)).toBe('completed')
      expect((await pendingBalance()) - before).toBe(4500n)
    },
  )
})

describe('a release', () => {
  test('lets go of the hold; the order is over and cannot be captured', async () => {
    const orderId = await newOrder(parties, 'held')
    expect((await releaseHold(parties.contractor, { orderId, note: '' })).ok).toBe(true)
    expect(await statusOf(orderId)).toBe('canceled')
    expect((await getPayment(parties.employer, orderId))?.status).toBe('canceled')
    expect((await approve(orderId)).ok).toBe(false)
  })

  test('racing an approval has exactly one winner', async () => {
    for (let round = 0; round < 10; round++) {
      const orderId = await newOrder(parties, 'delivered')
      const [captured, released] = await Promise.all([
        approve(orderId),
        releaseHold(parties.employer, { orderId, note: '' }),
      ])
      expect([captured.ok, released.ok].filter(Boolean)).toHaveLength(1)
      expect(await statusOf(orderId)).toBe(captured.ok ? 'completed' : 'canceled')
    }
  })
})

describe('a hold that has ended', () => {
  test('puts the order back to awaiting payment, whenever we hear of it', async () => {
    const orderId = await newOrder(parties, 'delivered')
    await advanceClock(8 * 24 * 3600)
    const { stripePaymentIntentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
    await syncPayment(stripePaymentIntentId ?? '')
    expect(await statusOf(orderId)).toBe('placed')
    expect(await approve(orderId)).toEqual({ ok: false, error: 'hold_expired' })
  })

  test('is found out by an approval that comes too late', async () => {
    const orderId = await newOrder(parties, 'delivered')
    await advanceClock(8 * 24 * 3600)
    expect(await approve(orderId)).toEqual({ ok: false, error: 'hold_expired' })
    expect(await statusOf(orderId)).toBe('placed')
  })
})
