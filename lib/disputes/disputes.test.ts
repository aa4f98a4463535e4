import { afterEach, beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import { arrangeCard } from '../demo/arrange-employer.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newId, newRequestKey } from '../ids.ts'
import { capturePayment } from '../payments/capture-payment.ts'
import { reconcile } from '../reconciliation/reconcile.ts'
import { previewRefund } from '../refunds/preview-refund.ts'
import { requestRefund } from '../refunds/request-refund.ts'
import { retrieveBalance } from '../stripe/balance.ts'
import { retrieveDispute } from '../stripe/disputes.ts'
import { expectAgreement } from '../testing/agreement.ts'
import {
  answerDispute,
  type DisputeCast,
  disputeAtStripe,
  disputeStanding,
  newDispute,
  newDisputeCast,
} from '../testing/disputes.ts'
import { recover } from '../testing/faults/recover.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { duringOutage, newAdmin, newEmployer, newOrder } from '../testing/marketplace.ts'
import { told } from '../testing/told.ts'
import type { Actor } from '../users/model.ts'
import { processEvent } from '../webhooks/process-event.ts'
import { listDisputes } from './queries.ts'
import { recordDispute } from './record-dispute.ts'
import { syncDispute } from './sync-dispute.ts'
import { syncDisputes } from './sync-disputes.ts'

let cast: DisputeCast
let admin: Actor

afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  await startLocalStripe()
  cast = await newDisputeCast()
  admin = await newAdmin()
})

async function contractorTotal(): Promise<bigint> {
  const { stripeAccountId } = await db().connectedAccount.findFirstOrThrow({
    where: { userId: cast.disputing.contractor.userId },
  })
  const balance = await retrieveBalance(stripeAccountId ?? '')
  return balance.ok ? balance.value.reduce((sum, line) => sum + line.pending + line.available, 0n) : -1n
}

const wholeRefund = (paymentId: string) => ({
  ...{ paymentId, requestKey: newRequestKey(), amount: undefined, note: '' },
  ...{ reverseTransfer: true, refundCommission: true, reason: 'fraudulent' as const },
})

async function handle(type: string, objectId: string): Promise<void> {
  const id = newId('sev')
  const data = { id, stripeEventId: `evt_${id}`, livemode: false, type, objectId, payload: {} }
  await db().stripeEvent.create({ data })
  expect(await processEvent(id)).toEqual({ ok: true, value: undefined })
}

test('events in any order and number take the contractor’s part back once, and a refund is refused', async () => {
  const before = await contractorTotal()
  const { orderId, paymentId, disputeId } = await newDispute(cast.disputing)
  for (const type of ['funds_withdrawn', 'created', 'funds_withdrawn', 'updated', 'created'])
    await handle(`charge.dispute.${type}`, disputeId)
  await recover()
  expect(await disputeStanding(disputeId)).toBe('needs_response: 10000 out, 0 in; succeeded 9000 of 9000')
  expect(await contractorTotal()).toBe(before)
  expect(await previewRefund(admin, wholeRefund(paymentId))).toEqual({ ok: false, error: 'disputed' })
  expect(await requestRefund(admin, wholeRefund(paymentId))).toEqual({ ok: false, error: 'disputed' })
  expect(await listDisputes(cast.disputing.contractor, {})).toEqual({ disputes: [], nextCursor: null })
  expect((await listDisputes(admin, {})).disputes).toMatchObject([
    {
      order: { id: orderId },
      reason: 'fraudulent',
      amount: 10_000n,
      fee: 1500n,
      evidenceDueAt: expect.any(Date),
    },
  ])
  await answerDispute(disputeId, 'losing_evidence')
  await handle('charge.dispute.closed', disputeId)
  await recover()
  expect(await disputeStanding(disputeId)).toBe('lost: 10000 out, 0 in; succeeded 9000 of 9000')
  const history = await db().orderEvent.findMany({ where: { orderId }, orderBy: { id: 'asc' } })
  expect(history.map(({ kind }) => kind).slice(-4)).toEqual([
    ...['dispute_opened', 'dispute_withdrawn', 'recovery_succeeded', 'dispute_lost'],
  ])
  expect(await told(orderId)).toContain('dispute_lost to CONTRACTOR')
  await expectAgreement(admin, orderId)
})

test('one that is won gives the contractor their part again', async () => {
  const before = await contractorTotal()
  const { orderId, disputeId } = await newDispute(cast.disputing)
  await syncDispute(disputeId)
  await recover()
  await answerDispute(disputeId, 'winning_evidence')
  await handle('charge.dispute.funds_reinstated', disputeId)
  await recover()
  expect(await disputeStanding(disputeId)).toBe(
    'won: 10000 out, 10000 in; returned 9000 of 9000, succeeded 9000',
  )
  const heard = (await told(orderId)).filter(line => /dispute|given|recover/.test(line))
  expect(heard).toEqual(['dispute_won to CONTRACTOR', 'given_back to CONTRACTOR', 'recovered to CONTRACTOR'])
  expect((await contractorTotal()) - before).toBe(9000n)
  await expectAgreement(admin, orderId)
})

test('one that is won before anybody heard of it, or read twice in the wrong order, leaves nothing to return', async () => {
  const before = await contractorTotal()
  const { orderId, disputeId } = await newDispute(cast.disputing)
  const early = expectOk(await retrieveDispute(disputeId), 'read a dispute')
  await answerDispute(disputeId, 'winning_evidence')
  expect(await syncDispute(disputeId)).toEqual({ ok: true, value: 'won' })
  expect(await recordDispute(early)).toBe('won')
  await recover()
  expect(await disputeStanding(disputeId)).toBe('won: 10000 out, 10000 in; untouched')
  expect((await contractorTotal()) - before).toBe(9000n)
  await expectAgreement(admin, orderId)
})

test('one that is faster than our own knowledge of the capture is recorded with it', async () => {
  const orderId = await newOrder(cast.disputing, 'delivered')
  const approve = () => capturePayment(cast.disputing.employer, { orderId })
  await duringOutage('fail_after', '/v1/payment_intents/:id/capture', approve)
  const { status, stripePaymentIntentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
  expect(status).toBe('requires_capture')
  await handle('charge.dispute.created', await disputeAtStripe(stripePaymentIntentId))
  expect((await db().order.findUniqueOrThrow({ where: { id: orderId } })).status).toBe('completed')
  expect(await db().dispute.count({ where: { payment: { orderId } } })).toBe(1)
})

test('an inquiry takes nothing, and a refund answers it; one that nobody told of is found by the hour', async () => {
  const employer = await newEmployer()
  const savedCardId = await arrangeCard(employer, 'pm_card_createDisputeInquiry')
  const { orderId, paymentId, disputeId } = await newDispute({ ...cast.disputing, employer, savedCardId })
  expect((await syncDisputes()).ok).toBe(true)
  expect(await disputeStanding(disputeId)).toBe('warning_needs_response: 0 out, 0 in; untouched')
  expect(await syncDisputes()).toEqual({ ok: true, value: 0 })
  expectOk(await requestRefund(admin, wholeRefund(paymentId)), 'refund')
  expect(await syncDisputes()).toEqual({ ok: true, value: 1 })
  expect(await disputeStanding(disputeId)).toBe('warning_closed: 0 out, 0 in; untouched')
  const kinds = (await db().orderEvent.findMany({ where: { orderId } })).map(({ kind }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['inquiry_opened', 'inquiry_closed']))
  expect(await reconcile()).toEqual({ ok: true, value: [] })
})

test('one whose money the bank takes again after it gave it back is recorded, and so is the contractor’s part', async () => {
  const { orderId, disputeId } = await newDispute(cast.disputing)
  await syncDispute(disputeId)
  await recover()
  await answerDispute(disputeId, 'winning_evidence')
  await syncDispute(disputeId)
  await recover()
  const before = await contractorTotal()
  const won = expectOk(await retrieveDispute(disputeId), 'read a dispute')
  // The local Stripe knows of no second round; Stripe's balance transactions would say this.
  const again = { ...won, status: 'lost', amountWithdrawn: 20_000n, feeWithdrawn: 3000n }
  for (let times = 0; times < 2; times++) expect(await recordDispute(again)).toBe('lost')
  await recover()
  expect(await disputeStanding(disputeId)).toMatch(/^lost: 20000 out, 10000 in; returned/)
  expect((await contractorTotal()) - before).toBe(-9000n)
  const once = { ...again, status: 'won', amountReinstated: 20_000n }
  for (let times = 0; times < 2; times++) expect(await recordDispute(once)).toBe('won')
  await recover()
  expect((await contractorTotal()) - before).toBe(0n)
  const { id } = await db().dispute.findFirstOrThrow({ where: { payment: { orderId } } })
  const codes = await db().ledgerTransaction.findMany({ where: { sourceId: id }, orderBy: { id: 'asc' } })
  expect(codes.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['dispute_withdrawn', 'dispute_withdrawn:20000', 'dispute_reinstated:20000']),
  )
})
