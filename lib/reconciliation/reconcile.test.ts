import { beforeAll, describe, expect, test } from 'vitest'
import { db, transaction } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { newRequestKey } from '../ids.ts'
import type { Entry } from '../ledger/model.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { payout, refund } from '../ledger/recipes.ts'
import { syncPayouts } from '../payouts/sync-payouts.ts'
import { recoverFromContractor } from '../recoveries/recover-from-contractor.ts'
import { requestRefund } from '../refunds/request-refund.ts'
import { doAtStripe } from '../testing/faults/at-stripe.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newOrder, newParties } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { catchUp } from '../webhooks/catch-up.ts'
import { processEvent } from '../webhooks/process-event.ts'
import { reconcile } from './reconcile.ts'

let parties: Parties
let admin: Actor

beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties('pm_card_bypassPending')
  admin = await newAdmin()
})

const differences = async () => {
  const result = await reconcile()
  return result.ok ? result.value : result
}

async function completed() {
  const orderId = await newOrder(parties, 'completed')
  return db().payment.findFirstOrThrow({ where: { orderId }, include: { account: true } })
}

describe('the ledger and Stripe', () => {
  test('agree on captures, refunds of every kind and recoveries', async () => {
    const choices = [
      { reverseTransfer: true, refundCommission: true, amount: '33.33' },
      { reverseTransfer: true, refundCommission: false, amount: '10' },
      { reverseTransfer: false, refundCommission: false, amount: undefined },
    ]
    for (const choice of choices) {
      const { id: paymentId } = await completed()
      const refunded = await requestRefund(admin, {
        paymentId,
        requestKey: newRequestKey(),
        reason: 'duplicate',
        note: '',
        ...choice,
      })
      expect(refunded.ok).toBe(true)
    }
    const { orderId } = await completed()
    const recovered = await recoverFromContractor(admin, {
      contractorId: parties.contractor.userId,
      orderId,
      requestKey: newRequestKey(),
      amount: '12.34',
      currency: 'usd',
      instrument: 'auto',
      reason: 'fee_correction',
      note: '',
    })
    expect(recovered.ok).toBe(true)
    expect(await differences()).toEqual([])
  })

  test('differ by a refund that somebody made at Stripe; the row proposes, and closes when it is gone', async () => {
    const { stripeChargeId } = await completed()
    const made = await doAtStripe<{ id: string }>('refunds', { charge: stripeChargeId ?? '', amount: '700' })
    const found = { kind: 'missing_in_ledger', subject: made.id, ledgerAmount: 0n, stripeAmount: -700n }
    expect(await differences()).toMatchObject([found])
    expect(await differences()).toMatchObject([found])
    const rows = await db().discrepancy.findMany({ where: { resolvedAt: null } })
    expect(rows).toMatchObject([{ ...found, proposal: 'reconciliation.p_missing_in_ledger' }])
    const payment = await completed()
    await db().refund.create({
      data: {
        ...{
          id: 'rfd_behind',
          paymentId: payment.id,
          requestKey: 'behind',
          livemode: false,
          amount: 700n,
          currency: 'usd',
        },
        ...{ reverseTransfer: false, refundCommission: false, reason: 'duplicate', status: 'succeeded' },
        ...{ stripeRefundId: made.id, createdById: admin.userId },
      },
    })
    const source = { type: 'refund' as const, id: 'rfd_behind' }
    await transaction(tx =>
      postTransaction(tx, {
        livemode: false,
        source,
        code: 'refund',
        currency: 'usd',
        entries: refund(700n),
      }),
    )
    expect(await differences()).toEqual([])
    expect(await db().discrepancy.count({ where: { resolvedAt: null } })).toBe(0)
  })

  test('differ by payouts that only one side has, until they are recorded, and by an invented movement', async () => {
    const { account, connectedAccountId, currency } = await completed()
    const accountId = account.stripeAccountId ?? ''
    const post = (type: 'refund' | 'payout', id: string, code: string, entries: Entry[]) =>
      transaction(tx =>
        postTransaction(tx, { livemode: false, source: { type, id }, code, currency, entries }),
      )
    await post('refund', 'rfd_invented', 'refund', refund(55n))
    await post('payout', 'pyt_invented', 'payout', payout(connectedAccountId, 77n))
    const invented = [
      { kind: 'missing_at_stripe', subject: 'rfd_invented', ledgerAmount: -55n, stripeAmount: 0n },
      { kind: 'missing_at_stripe', subject: 'pyt_invented', account: accountId, ledgerAmount: -77n },
    ]
    const money = (amount: string) => ({ amount, currency })
    const own = await doAtStripe<{ id: string }>('payouts', money('300'))
    const theirs = await doAtStripe<{ id: string }>('payouts', money('500'), accountId)
    const found = await differences()
    expect(found).toHaveLength(4)
    const unknown = { kind: 'missing_in_ledger', ledgerAmount: 0n }
    for (const one of [
      ...invented,
      { ...unknown, subject: own.id, account: '', stripeAmount: -300n },
      { ...unknown, subject: theirs.id, account: accountId, stripeAmount: -500n },
    ])
      expect(found).toContainEqual(expect.objectContaining(one))
    expect(await syncPayouts()).toEqual({ ok: true, value: 2 })
    expect(await differences()).toMatchObject(invented)
  })
})

test('events that were never delivered are found, once, and handled', async () => {
  const payment = await completed()
  const found = await catchUp()
  expect(found.ok && found.value).toBeGreaterThan(10)
  expect(await catchUp()).toEqual({ ok: true, value: 0 })
  const rows = await db().stripeEvent.findMany({ where: { objectId: payment.stripePaymentIntentId ?? '' } })
  expect(rows.map(row => row.type)).toContain('payment_intent.succeeded')
  for (const { id } of rows) expect(await processEvent(id)).toEqual({ ok: true, value: undefined })
})
