import { afterEach, beforeAll, expect, test } from 'vitest'
import { listAttention } from '../attention/queries.ts'
import { db } from '../db.ts'
import { arrangeCard } from '../demo/arrange-employer.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { syncDisputes } from '../disputes/sync-disputes.ts'
import { newId, newRequestKey } from '../ids.ts'
import { previewRefund } from '../refunds/preview-refund.ts'
import { requestRefund } from '../refunds/request-refund.ts'
import { retrieveFraudWarning } from '../stripe/fraud-warnings.ts'
import { disputeCharge } from '../testing/disputes.ts'
import { atStripe, doAtStripe, type Listed } from '../testing/faults/at-stripe.ts'
import { recover } from '../testing/faults/recover.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newEmployer, newOrder, newParties } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { processEvent } from '../webhooks/process-event.ts'
import { refundNowPath } from './model.ts'
import { listFraudWarnings } from './queries.ts'
import { recordFraudWarning } from './record-fraud-warning.ts'
import { syncFraudWarning } from './sync-fraud-warning.ts'
import { syncFraudWarnings } from './sync-fraud-warnings.ts'

let parties: Parties
let admin: Actor

afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  await startLocalStripe()
  const employer = await newEmployer()
  const savedCardId = await arrangeCard(employer, 'pm_card_createIssuerFraudRecord')
  parties = { ...(await newParties()), employer, savedCardId }
  admin = await newAdmin()
})

async function handle(type: string, objectId: string): Promise<string> {
  const id = newId('sev')
  const data = { id, stripeEventId: `evt_${id}`, livemode: false, type, objectId, payload: {} }
  await db().stripeEvent.create({ data })
  expectOk(await processEvent(id), type)
  return (await db().stripeEvent.findUniqueOrThrow({ where: { id } })).state
}

/** A completed order whose bank has warned Stripe of fraud; we have not heard of it. */
async function warned() {
  const orderId = await newOrder(parties, 'completed')
  const payment = await db().payment.findFirstOrThrow({ where: { orderId } })
  const path = `radar/early_fraud_warnings?charge=${payment.stripeChargeId}`
  const { data } = await atStripe<Listed<{ id: string }>>(path)
  return {
    orderId,
    paymentId: payment.id,
    chargeId: payment.stripeChargeId ?? '',
    warningId: data[0]?.id ?? '',
  }
}

const whole = { amount: undefined, reverseTransfer: true, refundCommission: true }
const waiting = async () =>
  (await listAttention(admin)).find(({ kind }) => kind === 'fraud_warning')?.items.map(({ href }) => href)

test('a warning waits for an admin until everything is refunded, however often and late it is told', async () => {
  const { orderId, paymentId, warningId } = await warned()
  for (const type of ['updated', 'created', 'created'])
    expect(await handle(`radar.early_fraud_warning.${type}`, warningId)).toBe('handled')
  expect(await listFraudWarnings(admin)).toMatchObject([
    { order: { id: orderId }, amount: 10_000n, isActionable: true, endedBy: null, fraudType: 'misc' },
  ])
  expect(await listFraudWarnings(parties.contractor)).toEqual([])
  expect(await waiting()).toEqual([refundNowPath(orderId)])

  expect(await previewRefund(admin, { paymentId, ...whole })).toMatchObject({
    ok: true,
    value: { employer: 10_000n, contractor: -9000n, platform: -1000n },
  })
  const early = expectOk(await retrieveFraudWarning(warningId), 'read the warning')
  const readAt = new Date(Date.now() - 1000)
  const why = { requestKey: newRequestKey(), reason: 'fraudulent', note: '' } as const
  expectOk(await requestRefund(admin, { paymentId, ...whole, ...why }), 'refund')
  await handle('radar.early_fraud_warning.updated', warningId)
  expect(await recordFraudWarning(early, readAt)).toBe('over')
  expect(await listFraudWarnings(admin, { orderId })).toMatchObject([
    { isActionable: false, endedBy: 'refund' },
  ])
  expect(await waiting()).toBeUndefined()
  const audit = await db().auditEvent.findMany({
    where: { subjectType: 'fraud_warning' },
    orderBy: { id: 'asc' },
  })
  expect(audit.map(({ action }) => action)).toEqual(['fraud_warning.open', 'fraud_warning.over'])
})

test('what no event told is found by the hour: the warning, and the dispute that ends it', async () => {
  const { orderId, chargeId } = await warned()
  expect(await syncFraudWarnings()).toEqual({ ok: true, value: 1 })
  expect(await waiting()).toEqual([refundNowPath(orderId)])
  await disputeCharge(chargeId)
  expectOk(await syncDisputes(), 'hear of the dispute')
  await recover()
  expect(await syncFraudWarnings()).toEqual({ ok: true, value: 1 })
  expect(await listFraudWarnings(admin, { orderId })).toMatchObject([
    { isActionable: false, endedBy: 'dispute' },
  ])
  expect(await syncFraudWarnings()).toEqual({ ok: true, value: 0 })
})

test('a warning about a payment that is not ours is nobody’s', async () => {
  const intent = await doAtStripe<{ latest_charge: string }>('payment_intents', {
    ...{ amount: '2500', currency: 'usd', confirm: 'true' },
    payment_method: 'pm_card_createIssuerFraudRecord',
    'automatic_payment_methods[enabled]': 'true',
    'automatic_payment_methods[allow_redirects]': 'never',
  })
  const path = `radar/early_fraud_warnings?charge=${intent.latest_charge}`
  const { data } = await atStripe<Listed<{ id: string }>>(path)
  expect(await syncFraudWarning(data[0]?.id ?? '')).toEqual({ ok: true, value: null })
  expect(await handle('radar.early_fraud_warning.created', data[0]?.id ?? '')).toBe('parked')
})
