import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { eventTypes, funds, holdFor, payableAccount, payer } from '../testing/money.ts'

const DAY = 86_400
let emulator: TestEmulator
let contractor: string

beforeAll(async () => {
  emulator = await startTestEmulator()
  contractor = await payableAccount(emulator)
})
afterAll(() => emulator.stop())

/** Takes 100.00 from a test card for the contractor; returns the charge, the events since, and what the platform had before. */
async function paidWith(card: string) {
  const from = await payer(emulator, card)
  const before = { funds: await funds(emulator), events: (await eventTypes(emulator)).length }
  const params = { ...holdFor(contractor, from), capture_method: 'automatic' as const }
  const intent = await emulator.stripe.paymentIntents.create(params)
  const events = (await eventTypes(emulator)).slice(before.events)
  return { intent, charge: String(intent.latest_charge), before, events }
}

async function disputeOf(charge: string) {
  const [dispute] = (await emulator.stripe.disputes.list({ charge })).data
  if (!dispute) throw new Error('no dispute was opened')
  return dispute
}

const total = async (account?: string) => (await funds(emulator, account)).reduce((sum, one) => sum + one, 0)

describe('a dispute', () => {
  it('takes amount and fee from the platform and leaves the contractor theirs', async () => {
    const contractorBefore = await total(contractor)
    const { charge, intent, before, events } = await paidWith('pm_card_createDispute')
    expect(events.slice(-2)).toEqual(['charge.dispute.created', 'charge.dispute.funds_withdrawn'])
    const dispute = await disputeOf(charge)
    expect(dispute).toMatchObject({
      ...{
        amount: 10_000,
        currency: 'usd',
        reason: 'fraudulent',
        status: 'needs_response',
        payment_intent: intent.id,
      },
      ...{
        is_charge_refundable: false,
        evidence_details: { has_evidence: false, submission_count: 0, past_due: false },
      },
    })
    expect(dispute.balance_transactions).toMatchObject([
      {
        amount: -10_000,
        fee: 1500,
        net: -11_500,
        type: 'adjustment',
        reporting_category: 'dispute',
        source: dispute.id,
      },
    ])
    // 100.00 in, 3.20 to Stripe, 100.00 on to the contractor, 10.00 commission back, and then the dispute.
    const platformBefore = before.funds[0] + before.funds[1]
    expect((await total()) - platformBefore).toBe(1000 - 320 - 11_500)
    expect((await total(contractor)) - contractorBefore).toBe(9000)
    expect((await emulator.stripe.charges.retrieve(charge)).disputed).toBe(true)
    await expect(emulator.stripe.refunds.create({ charge })).rejects.toMatchObject({
      code: 'charge_disputed',
    })
  })

  it.each([
    ['winning_evidence', 'won', 0, ['charge.dispute.closed', 'charge.dispute.funds_reinstated']],
    ['losing_evidence', 'lost', -11_500, ['charge.dispute.closed']],
  ])('that is answered with %s is %s', async (uncategorized_text, status, difference, last) => {
    const { charge } = await paidWith('pm_card_createDisputeProductNotReceived')
    const dispute = await disputeOf(charge)
    const before = await total()
    const answered = await emulator.stripe.disputes.update(dispute.id, { evidence: { uncategorized_text } })
    expect(answered).toMatchObject({
      status: 'under_review',
      evidence_details: { submission_count: 1, has_evidence: true },
    })
    await expect(
      emulator.stripe.disputes.update(dispute.id, { evidence: { customer_name: 'Jo' } }),
    ).rejects.toMatchObject({ statusCode: 400 })
    await emulator.advance(60)
    expect((await emulator.stripe.disputes.retrieve(dispute.id)).status).toBe(status)
    expect((await total()) - before).toBe(difference === 0 ? 11_500 : 0)
    expect((await eventTypes(emulator)).slice(-last.length)).toEqual(last)
  })

  it('can be prepared without being sent, and is lost when its day passes', async () => {
    const { charge } = await paidWith('pm_card_createDispute')
    const { id } = await disputeOf(charge)
    const staged = await emulator.stripe.disputes.update(id, {
      evidence: { customer_name: 'Jo' },
      submit: false,
    })
    expect(staged).toMatchObject({ status: 'needs_response', evidence: { customer_name: 'Jo' } })
    await emulator.advance(11 * DAY)
    expect(await emulator.stripe.disputes.retrieve(id)).toMatchObject({
      status: 'lost',
      evidence_details: { past_due: true },
    })
  })

  it('can be given up at once', async () => {
    const { charge } = await paidWith('pm_card_createDispute')
    const { id } = await disputeOf(charge)
    expect((await emulator.stripe.disputes.close(id)).status).toBe('lost')
    await expect(emulator.stripe.disputes.close(id)).rejects.toMatchObject({
      message: 'This dispute is already closed',
    })
  })
})

describe('an inquiry', () => {
  it('takes no money, and a refund closes it', async () => {
    const { charge } = await paidWith('pm_card_createDisputeInquiry')
    const dispute = await disputeOf(charge)
    expect(dispute).toMatchObject({
      status: 'warning_needs_response',
      balance_transactions: [],
      is_charge_refundable: true,
    })
    await emulator.stripe.refunds.create({ charge })
    expect((await emulator.stripe.disputes.retrieve(dispute.id)).status).toBe('warning_closed')

    const answered = await paidWith('pm_card_createDisputeInquiry')
    const { id } = await disputeOf(answered.charge)
    const evidence = { uncategorized_text: 'escalate_inquiry_evidence' }
    await emulator.stripe.disputes.update(id, { evidence })
    await emulator.stripe.refunds.create({ charge: answered.charge })
    await emulator.advance(60)
    expect((await emulator.stripe.disputes.retrieve(id)).status).toBe('warning_closed')
  })

  it('becomes a dispute when it is escalated', async () => {
    const { charge } = await paidWith('pm_card_createDisputeInquiry')
    const { id } = await disputeOf(charge)
    const before = await total()
    await emulator.stripe.disputes.update(id, {
      evidence: { uncategorized_text: 'escalate_inquiry_evidence' },
    })
    await emulator.advance(60)
    expect((await emulator.stripe.disputes.retrieve(id)).status).toBe('needs_response')
    expect((await total()) - before).toBe(-11_500)
  })
})

it('an early fraud warning wants something done until the charge is refunded or disputed', async () => {
  const { charge, events } = await paidWith('pm_card_createIssuerFraudRecord')
  expect(events.at(-1)).toBe('radar.early_fraud_warning.created')
  const warnings = emulator.stripe.radar.earlyFraudWarnings
  const [warning] = (await warnings.list({ charge })).data
  expect(warning).toMatchObject({ actionable: true, charge })
  await emulator.stripe.refunds.create({ charge })
  expect((await warnings.retrieve(String(warning?.id))).actionable).toBe(false)

  const { charge: kept } = await paidWith('pm_card_createIssuerFraudRecord')
  const response = await fetch(`${emulator.url}/_control/disputes`, {
    method: 'POST',
    body: JSON.stringify({ charge: kept }),
  })
  expect(await response.json()).toEqual({ dispute: (await disputeOf(kept)).id })
  expect((await warnings.list({ charge: kept })).data).toMatchObject([{ actionable: false }])
  expect((await eventTypes(emulator)).slice(-3)).toEqual([
    'charge.dispute.created',
    'radar.early_fraud_warning.updated',
    'charge.dispute.funds_withdrawn',
  ])
})
