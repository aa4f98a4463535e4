import { afterEach, beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { newRequestKey } from '../ids.ts'
import { listFeeRefunds } from '../stripe/fee-refunds.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { duringOutage, newAdmin, newOrder, newParties } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { requestRefund } from './request-refund.ts'
import { resumeRefund } from './resume-refund.ts'

let parties: Parties
let admin: Actor

afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties()
  admin = await newAdmin()
})

/** A completed order of $100.00 with a commission of $10.00, of which parts are refunded. */
async function completed() {
  const orderId = await newOrder(parties, 'completed')
  const payment = await db().payment.findFirstOrThrow({ where: { orderId } })
  const { id: paymentId, stripeApplicationFeeId } = payment
  const refund = (amount: string) =>
    requestRefund(admin, {
      paymentId,
      requestKey: newRequestKey(),
      amount,
      reverseTransfer: true,
      refundCommission: true,
      reason: 'not_as_agreed',
      note: '',
    })
  /** What each refund returned of the commission here, in the order in which they were asked for, and all of them at Stripe. */
  const returned = async () => {
    const rows = await db().refund.findMany({ where: { paymentId }, orderBy: { createdAt: 'asc' } })
    const atStripe = await listFeeRefunds(stripeApplicationFeeId ?? '')
    if (!atStripe.ok) throw new Error('Stripe does not answer')
    const here = rows.map(row => row.commissionRefunded)
    return { here, there: atStripe.value.reduce((sum, { amount }) => sum + amount, 0n) }
  }
  return { paymentId, refund, returned }
}

/** Stripe makes a refund, and its answer is lost. Returns our id of it. */
async function unheard({ paymentId, refund }: Awaited<ReturnType<typeof completed>>, amount: string) {
  const asked = await duringOutage('cut', '/v1/refunds', () => refund(amount))
  expect(asked).toEqual({ ok: false, error: 'processing' })
  const latest = { where: { paymentId, status: 'requested' }, orderBy: { createdAt: 'desc' } } as const
  return (await db().refund.findFirstOrThrow(latest)).id
}

test('each of two returned what Stripe says, though the answer to one is as old as the refund', async () => {
  const order = await completed()
  const first = await unheard(order, '31.95')
  expect((await order.refund('21.35')).ok).toBe(true)
  await resumeRefund(first)
  // Their proportions are 319.5 and 213.5; Stripe lets them be 533 together.
  const { here, there } = await order.returned()
  expect(there).toBe(533n)
  expect(here).toEqual([320n, 213n])
})

test.each([
  [0, 1, 2, 3],
  [3, 2, 1, 0],
  [1, 3, 0, 2],
])(
  'of several that nobody heard of, found again in any order, nothing is lost (%i %i %i %i)',
  async (...order) => {
    const completedOrder = await completed()
    const ids: string[] = []
    for (const amount of ['0.05', '31.95', '0.15', '21.35']) ids.push(await unheard(completedOrder, amount))
    for (const index of order) await resumeRefund(ids[index] ?? '')
    expect((await completedOrder.refund('46.45')).ok).toBe(true)
    const { here, there } = await completedOrder.returned()
    // 99.95 of the 100.00 in all.
    expect(there).toBe(1000n)
    expect(here.reduce((sum, part) => sum + part, 0n)).toBe(there)
  },
)

test('of more parts than Stripe shows at once none is lost', async () => {
  const order = await completed()
  for (let made = 0; made < 12; made++) expect((await order.refund('1.05')).ok).toBe(true)
  const { here, there } = await order.returned()
  expect(here).toHaveLength(12)
  // 12.60 of the 100.00.
  expect([there, here.reduce((sum, part) => sum + part, 0n)]).toEqual([126n, 126n])
})
