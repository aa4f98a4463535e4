import { afterEach, beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { getBalance } from '../payouts/queries.ts'
import { reconcile } from '../reconciliation/reconcile.ts'
import { recordAvailableBalance } from '../retransfers/record-available-balance.ts'
import { resumeRetransfer } from '../retransfers/resume-retransfer.ts'
import { retrieveBalance } from '../stripe/balance.ts'
import type { TestCard } from '../stripe/test-mode.ts'
import { expectAgreement } from '../testing/agreement.ts'
import { atStripe, doAtStripe, type Listed } from '../testing/faults/at-stripe.ts'
import { recover } from '../testing/faults/recover.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock, newAdmin, newOrder, newParties } from '../testing/marketplace.ts'
import { fundPlatform } from '../testing/other-business.ts'
import { told } from '../testing/told.ts'
import type { Actor } from '../users/model.ts'
import { type RefundStatus, takenByRefunds } from './model.ts'
import { previewRefund } from './preview-refund.ts'
import { listRefunds } from './queries.ts'
import { requestRefund } from './request-refund.ts'
import { syncRefund } from './sync-refund.ts'

let parties: Parties
let admin: Actor

afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties('pm_card_refundFail')
  admin = await newAdmin()
})

type Refunded = { orderId: string; paymentId: string; stripeRefundId: string }

const choiceOf = (paymentId: string, isReversed: boolean) => ({
  ...{ paymentId, requestKey: newRequestKey(), amount: undefined, note: '' },
  ...{ reverseTransfer: isReversed, refundCommission: isReversed, reason: 'not_as_agreed' as const },
})

/** An order that was refunded whole, share and commission included. */
async function refunded(of: Parties): Promise<Refunded> {
  const orderId = await newOrder(of, 'completed')
  const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
  expectOk(await requestRefund(admin, choiceOf(paymentId, true)), 'refund')
  const { stripeRefundId } = await db().refund.findFirstOrThrow({ where: { paymentId } })
  return { orderId, paymentId, stripeRefundId: stripeRefundId ?? '' }
}

async function contractorTotal(): Promise<bigint> {
  const account = await db().connectedAccount.findFirstOrThrow({
    where: { userId: parties.contractor.userId },
  })
  const balance = await retrieveBalance(account.stripeAccountId ?? '')
  return balance.ok ? balance.value.reduce((sum, line) => sum + line.pending + line.available, 0n) : -1n
}

test('a refund that the bank sends back days later gives the contractor back what it took', async () => {
  const earned = await contractorTotal()
  const { orderId, paymentId, stripeRefundId } = await refunded(parties)
  expect(await contractorTotal()).toBe(earned)
  await advanceClock(61)
  expect(await syncRefund(stripeRefundId)).toEqual({ ok: true, value: 'failed' })
  const waiting = await listRefunds(parties.contractor, orderId)
  expect(waiting).toMatchObject([
    { status: 'failed', amountReversed: 10_000n, givenBack: { amount: 9000n, status: 'requested' } },
  ])
  expect(takenByRefunds(waiting)).toBe(9000n)
  await recover()
  await recover()
  expect((await contractorTotal()) - earned).toBe(9000n)
  expect(await getBalance(parties.contractor)).toMatchObject({
    value: {
      movements: expect.arrayContaining([
        expect.objectContaining({
          words: 'balance.movement_refundDidNotReach',
          net: { amount: 9000n, currency: 'usd' },
          order: expect.objectContaining({ id: orderId }),
        }),
      ]),
    },
  })
  const { data } = await atStripe<Listed<{ amount: number }>>(`transfers?transfer_group=${orderId}`)
  expect(data.map(({ amount }) => amount)).toEqual([9000, 10_000])
  expect(takenByRefunds(await listRefunds(admin, orderId))).toBe(0n)
  await expectAgreement(admin, orderId)
  const heard = (await told(orderId)).filter(line => /refund|given/.test(line))
  expect(heard).toEqual(['given_back to CONTRACTOR', 'refund_failed to EMPLOYER', 'refunded to EMPLOYER'])

  // The card can be tried again, but the first transfer has nothing left to reverse.
  expect(await previewRefund(admin, choiceOf(paymentId, true))).toEqual({
    ok: false,
    error: 'transfer_short',
  })
  expect(await requestRefund(admin, choiceOf(paymentId, true))).toEqual({
    ok: false,
    error: 'transfer_short',
  })
  expectOk(await requestRefund(admin, choiceOf(paymentId, false)), 'refund again')
  expect(await db().retransfer.count()).toBe(1)
  expect(await reconcile()).toEqual({ ok: true, value: [] })
})

test('a platform that is short of money tries again in an hour, or as soon as it has some', async () => {
  const { stripeRefundId } = await refunded(parties)
  await advanceClock(61)
  const { available } = await atStripe<{ available: { amount: number }[] }>('balance')
  await doAtStripe('payouts', { amount: String(available[0]?.amount), currency: 'usd' })
  await syncRefund(stripeRefundId)
  const { id } = await db().retransfer.findFirstOrThrow({ where: { refund: { stripeRefundId } } })
  for (let turn = 0; turn < 2; turn++)
    expect(await resumeRetransfer(id)).toEqual({ ok: true, value: 'requested' })
  expect(await db().retransfer.findUniqueOrThrow({ where: { id } })).toMatchObject({
    attempt: 2,
    failureCode: 'balance_insufficient',
    nextTryAt: expect.any(Date),
  })
  await fundPlatform()
  expect(await recordAvailableBalance()).toEqual({ ok: true, value: 1 })
  expect(await resumeRetransfer(id)).toEqual({ ok: true, value: 'succeeded' })
})

test('one whose answer was lost for over a day is looked for, and sent only if Stripe does not have it', async () => {
  const { orderId, stripeRefundId } = await refunded(parties)
  await advanceClock(61)
  await syncRefund(stripeRefundId)
  const { id } = await db().retransfer.findFirstOrThrow({ where: { refund: { stripeRefundId } } })
  const twoDaysAgo = new Date(Date.now() - 48 * 3600_000)
  await db().retransfer.update({ where: { id }, data: { attemptedAt: twoDaysAgo } })
  expect(await resumeRetransfer(id)).toEqual({ ok: true, value: 'requested' })
  expect((await db().retransfer.findUniqueOrThrow({ where: { id } })).attempt).toBe(2)
  expect(await resumeRetransfer(id)).toEqual({ ok: true, value: 'succeeded' })
  // As if our process had died before it could write the answer down.
  const { stripeTransferId } = await db().retransfer.findUniqueOrThrow({ where: { id } })
  const forgotten = { status: 'requested', stripeTransferId: null, attemptedAt: twoDaysAgo } as const
  await db().retransfer.update({ where: { id }, data: forgotten })
  expect(await resumeRetransfer(id)).toEqual({ ok: true, value: 'succeeded' })
  expect((await db().retransfer.findUniqueOrThrow({ where: { id } })).stripeTransferId).toBe(stripeTransferId)
  const { data } = await atStripe<Listed<unknown>>(`transfers?transfer_group=${orderId}`)
  expect(data).toHaveLength(2)
})

test('one that is on its way is said to be, until the bank is done', async () => {
  const card: TestCard = 'pm_card_pendingRefund'
  const { orderId, stripeRefundId } = await refunded(await newParties(card))
  const status = async (): Promise<RefundStatus | undefined> => (await listRefunds(admin, orderId))[0]?.status
  expect(await status()).toBe('pending')
  await advanceClock(61)
  await syncRefund(stripeRefundId)
  expect(await status()).toBe('succeeded')
})
