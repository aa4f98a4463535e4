import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { newRequestKey } from '../ids.ts'
import { requestPayout } from '../payouts/request-payout.ts'
import { recoverFromContractor } from '../recoveries/recover-from-contractor.ts'
import { retrieveBalance } from '../stripe/balance.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { duringOutage, newAdmin, newOrder, newParties, OUTAGES } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { previewRefund } from './preview-refund.ts'
import { listRefunds } from './queries.ts'
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

async function completed() {
  const orderId = await newOrder(parties, 'completed')
  const { id: paymentId, stripeChargeId } = await db().payment.findFirstOrThrow({ where: { orderId } })
  return { orderId, paymentId, stripeChargeId }
}

const whole = (paymentId: string) => ({
  paymentId,
  requestKey: newRequestKey(),
  amount: undefined,
  reverseTransfer: true,
  refundCommission: true,
  reason: 'not_as_agreed' as const,
  note: '',
})

async function refundedAtStripe(chargeId: string | null): Promise<number> {
  const response = await fetch(`${process.env.STRIPE_LOCAL_URL}/v1/charges/${chargeId}`, {
    headers: { authorization: 'Bearer sk_test_local' },
  })
  return ((await response.json()) as { amount_refunded: number }).amount_refunded
}

async function contractorTotal(): Promise<bigint> {
  const account = await db().connectedAccount.findFirstOrThrow({
    where: { userId: parties.contractor.userId },
  })
  const balance = await retrieveBalance(account.stripeAccountId ?? '')
  const line = balance.ok ? balance.value.find(candidate => candidate.currency === 'usd') : undefined
  return (line?.pending ?? 0n) + (line?.available ?? 0n)
}

describe('a refund', () => {
  test('does to everybody’s money exactly what its preview said', async () => {
    const { orderId, paymentId, stripeChargeId } = await completed()
    const before = await contractorTotal()
    const choice = { ...whole(paymentId), amount: '40' }
    const preview = await previewRefund(admin, choice)
    expect(preview).toMatchObject({
      ok: true,
      value: { employer: 4000n, contractor: -3600n, commissionReturned: 400n },
    })
    expect((await requestRefund(admin, choice)).ok).toBe(true)
    expect(await refundedAtStripe(stripeChargeId)).toBe(4000)
    expect((await contractorTotal()) - before).toBe(-3600n)
    expect(await listRefunds(parties.employer, orderId)).toMatchObject([
      { amount: 4000n, status: 'succeeded', amountReversed: 4000n, commissionRefunded: 400n },
    ])
  })

  test('in parts that cannot be shared evenly returns of the commission what Stripe returned', async () => {
    const { orderId, paymentId } = await completed()
    for (const amount of ['0.05', '0.05', '0.05', '0.05', '33.33', '66.47']) {
      expect((await requestRefund(admin, { ...whole(paymentId), amount })).ok).toBe(true)
    }
    const parts = (await listRefunds(admin, orderId)).map(({ commissionRefunded }) => commissionRefunded)
    expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(1000n)
  })

  test('that leaves the transfer alone costs the platform, not the contractor', async () => {
    const { paymentId, stripeChargeId } = await completed()
    const before = await contractorTotal()
    const choice = { ...whole(paymentId), reverseTransfer: false, refundCommission: false }
    expect((await requestRefund(admin, choice)).ok).toBe(true)
    expect(await refundedAtStripe(stripeChargeId)).toBe(10_000)
    expect(await contractorTotal()).toBe(before)
  })

  test('asked for ten times over is never more than was captured', async () => {
    const { paymentId, stripeChargeId } = await completed()
    const results = await Promise.all(
      Array.from({ length: 10 }, () => requestRefund(admin, { ...whole(paymentId), amount: '30' })),
    )
    expect(results.filter(result => result.ok)).toHaveLength(3)
    for (const result of results) expect(result.ok || result.error === 'amount_too_large').toBe(true)
    expect(await refundedAtStripe(stripeChargeId)).toBe(9000)
  })

  test('submitted twice is one refund; the same form with another sum is refused', async () => {
    const { paymentId, stripeChargeId } = await completed()
    const form = { ...whole(paymentId), amount: '25' }
    const results = await Promise.all(Array.from({ length: 5 }, () => requestRefund(admin, form)))
    for (const result of results) expect(result.ok || result.error === 'processing').toBe(true)
    expect(await requestRefund(admin, { ...form, amount: '26' })).toEqual({
      ok: false,
      error: 'request_key_reused',
    })
    expect(await refundedAtStripe(stripeChargeId)).toBe(2500)
  })

  test('that Stripe refused is said to be refused however often its form is sent', async () => {
    const spent = await newParties('pm_card_bypassPending')
    const orderId = await newOrder(spent, 'completed')
    const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
    const money = { amount: '90', currency: 'usd', requestKey: newRequestKey() }
    expect((await requestPayout(spent.contractor, money)).ok).toBe(true)
    const form = whole(paymentId)
    const terms = { instrument: 'transfer_reversal', reason: 'fee_correction', note: '' } as const
    const of = { contractorId: spent.contractor.userId, orderId, requestKey: newRequestKey() }
    const recovery = { ...of, ...terms, amount: '5', currency: 'usd' }
    for (let sent = 0; sent < 3; sent++) {
      expect(await requestRefund(admin, form)).toEqual({ ok: false, error: 'contractor_balance_short' })
      expect(await recoverFromContractor(admin, recovery)).toEqual({ ok: false, error: 'balance_short' })
    }
    expect(await listRefunds(admin, orderId)).toMatchObject([{ status: 'failed' }])
  })

  test.each(OUTAGES)('during an outage (%s) is made once, by the job', async kind => {
    const { paymentId, stripeChargeId } = await completed()
    const refund = () => requestRefund(admin, whole(paymentId))
    expect(await duringOutage(kind, '/v1/refunds', refund)).toEqual({ ok: false, error: 'processing' })
    const row = await db().refund.findFirstOrThrow({ where: { paymentId } })
    expect((await resumeRefund(row.id)).ok).toBe(true)
    expect(await refundedAtStripe(stripeChargeId)).toBe(10_000)
    expect((await db().refund.findUniqueOrThrow({ where: { id: row.id } })).status).toBe('succeeded')
  })

  test('is an admin’s alone, and a hold cannot be refunded', async () => {
    const { paymentId, stripeChargeId } = await completed()
    for (const actor of [parties.employer, parties.contractor]) {
      expect(await requestRefund(actor, whole(paymentId))).toEqual({ ok: false, error: 'not_found' })
      expect(await previewRefund(actor, whole(paymentId))).toEqual({ ok: false, error: 'not_found' })
    }
    expect(await refundedAtStripe(stripeChargeId)).toBe(0)
    const held = await db().payment.findFirstOrThrow({ where: { orderId: await newOrder(parties, 'held') } })
    expect(await requestRefund(admin, whole(held.id))).toEqual({ ok: false, error: 'nothing_captured' })
  })
})
