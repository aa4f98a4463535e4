import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { holdFor, payableAccount, payer } from '../testing/money.ts'
import { toldBy } from '../testing/told.ts'

const DAY = 86_400
let emulator: TestEmulator
let stripe: Stripe
let contractor: string
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
  contractor = await payableAccount(emulator)
  const own = { amount: 900_000, currency: 'usd', payment_method: 'pm_card_bypassPending', confirm: true }
  await stripe.paymentIntents.create(own)
})
afterAll(() => emulator.stop())

/** An order of 100.00 that the contractor was paid for; its charge. */
async function paid(card = 'pm_card_bypassPending'): Promise<string> {
  const params = { ...holdFor(contractor, await payer(emulator, card)), capture_method: 'automatic' as const }
  return String((await stripe.paymentIntents.create(params)).latest_charge)
}

const transferOf = async (charge: string) => String((await stripe.charges.retrieve(charge)).transfer)
const debit = () =>
  stripe.charges.create({ amount: 700, currency: 'usd', source: contractor }).then(({ id }) => id)
const disputeOf = async (charge: string) =>
  (await stripe.disputes.list({ charge })).data[0] ?? Promise.reject(new Error('no dispute'))

/** A dispute that is over. */
async function answered(charge: string, words: string) {
  const { id } = await disputeOf(charge)
  await stripe.disputes.update(id, { evidence: { uncategorized_text: words } })
  await emulator.advance(3)
}

const REFUNDED = ['refund.created', 'charge.refunded']
/** What the bank's reference number, or a new status, brings. */
const UPDATED = ['refund.updated', 'charge.refund.updated']
const PASSED_ON = ['transfer.created', 'application_fee.created', 'connected payment.created']
const SOLD = ['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded', ...PASSED_ON]

interface Operation {
  name: string
  given?: () => Promise<string>
  when: (id: string) => Promise<unknown>
  told: string[]
}

const refund = (extra: Stripe.RefundCreateParams = {}) => {
  return (charge: string) => stripe.refunds.create({ charge, ...extra })
}

const OPERATIONS: Operation[] = [
  { name: 'a refund', given: paid, when: refund(), told: REFUNDED },
  { name: 'a refund of a part', given: paid, when: refund({ amount: 100 }), told: REFUNDED },
  {
    name: 'a refund and the seconds after it, in which it gets its reference',
    given: paid,
    when: charge => refund()(charge).then(() => emulator.advance(5)),
    told: [...REFUNDED, ...UPDATED],
  },
  {
    name: 'a refund that takes the transfer back',
    given: paid,
    when: refund({ reverse_transfer: true }),
    told: ['transfer.reversed', ...REFUNDED],
  },
  {
    name: 'a refund that takes the transfer back and returns the fee',
    given: paid,
    when: refund({ reverse_transfer: true, refund_application_fee: true }),
    told: ['transfer.reversed', 'application_fee.refunded', ...REFUNDED],
  },
  {
    name: 'a refund that takes its time',
    given: () => paid('pm_card_pendingRefund'),
    when: charge => refund()(charge).then(() => emulator.advance(120)),
    told: [...REFUNDED, ...UPDATED],
  },
  {
    name: 'a refund that the bank sends back',
    given: () => paid('pm_card_refundFail'),
    when: charge => refund()(charge).then(() => emulator.advance(120)),
    told: [...REFUNDED, 'refund.failed', ...UPDATED],
  },
  {
    name: 'a refund that is changed',
    given: async () => (await stripe.refunds.create({ charge: await paid() })).id,
    when: id => stripe.refunds.update(id, { metadata: { why: 'late' } }),
    told: UPDATED,
  },
  {
    name: 'a transfer reversal',
    given: async () => transferOf(await paid()),
    when: id => stripe.transfers.createReversal(id, { amount: 100 }),
    told: ['transfer.reversed'],
  },
  {
    name: 'a transfer reversal that returns the fee',
    given: async () => transferOf(await paid()),
    when: id => stripe.transfers.createReversal(id, { refund_application_fee: true }),
    told: ['transfer.reversed', 'application_fee.refunded'],
  },
  {
    name: 'a fee that is returned by itself',
    given: async () => String((await stripe.charges.retrieve(await paid())).application_fee),
    when: id => stripe.applicationFees.createRefund(id, { amount: 5 }),
    told: ['application_fee.refunded'],
  },
  {
    name: 'a transfer by itself',
    when: () => stripe.transfers.create({ amount: 100, currency: 'usd', destination: contractor }),
    told: ['transfer.created', 'connected payment.created'],
  },
  {
    name: 'an account debit by charge',
    given: paid,
    when: debit,
    told: ['connected transfer.created', 'charge.succeeded'],
  },
  {
    name: 'an account debit that is given back',
    given: debit,
    when: refund(),
    told: ['connected transfer.reversed', ...REFUNDED],
  },
  {
    name: 'a payment that is disputed',
    when: () => paid('pm_card_createDispute'),
    told: [...SOLD, 'charge.dispute.created', 'charge.dispute.funds_withdrawn'],
  },
  {
    name: 'an inquiry',
    when: () => paid('pm_card_createDisputeInquiry'),
    told: [...SOLD, 'charge.dispute.created'],
  },
  {
    name: 'a dispute that is won',
    given: () => paid('pm_card_createDispute'),
    when: charge => answered(charge, 'winning_evidence'),
    told: ['charge.dispute.updated', 'charge.dispute.closed', 'charge.dispute.funds_reinstated'],
  },
  {
    name: 'a dispute that is lost',
    given: () => paid('pm_card_createDispute'),
    when: charge => answered(charge, 'losing_evidence'),
    told: ['charge.dispute.updated', 'charge.dispute.closed'],
  },
  {
    name: 'a dispute that is given up',
    given: () => paid('pm_card_createDispute'),
    when: async charge => stripe.disputes.close((await disputeOf(charge)).id),
    told: ['charge.dispute.closed'],
  },
  {
    name: 'an early fraud warning',
    when: () => paid('pm_card_createIssuerFraudRecord'),
    told: [...SOLD, 'radar.early_fraud_warning.created'],
  },
  {
    name: 'an early fraud warning that a refund answers',
    given: () => paid('pm_card_createIssuerFraudRecord'),
    when: refund(),
    told: [...REFUNDED, 'radar.early_fraud_warning.updated'],
  },
]

it.each(OPERATIONS)('$name', async ({ given, when, told }) => {
  // Whatever falls due by itself has done so before; saving the card is not what is looked at.
  await emulator.advance(3 * DAY)
  const id = (await given?.()) ?? ''
  const events = (await toldBy(emulator, () => when(id))).filter(
    type => !/^(customer|payment_method|balance|connected balance)\./.test(type),
  )
  expect(events).toEqual(told)
})
