import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerChallenge } from '../testing/cards.ts'
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
  // Money of the platform's own, so that every refund can be paid.
  const own = { amount: 500_000, currency: 'usd', payment_method: 'pm_card_bypassPending', confirm: true }
  await stripe.paymentIntents.create(own)
})
afterAll(() => emulator.stop())

const HELD = ['payment_intent.created', 'charge.succeeded', 'payment_intent.amount_capturable_updated']
const PASSED_ON = ['transfer.created', 'application_fee.created', 'connected payment.created']
const PAID = ['charge.succeeded', 'payment_intent.succeeded']

type Extra = Partial<Stripe.PaymentIntentCreateParams>

/** A checkout: a hold of 100.00 for the contractor on a saved card, in one call. */
async function hold(card?: string, extra: Extra = {}): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create({ ...holdFor(contractor, await payer(emulator, card)), ...extra })
}

const pass = (intent: Stripe.PaymentIntent) => answerChallenge(emulator, intent.client_secret, 'complete')
const fail = (intent: Stripe.PaymentIntent) => answerChallenge(emulator, intent.client_secret, 'fail')

interface Operation {
  name: string
  /** What there is before; the card is saved by then. */
  given?: () => Promise<Stripe.PaymentIntent>
  card?: string
  /** What is done, with what there is or with a saved card. */
  when: (intent: Stripe.PaymentIntent, from: { customer: string; payment_method: string }) => Promise<unknown>
  told: string[]
}

const create = (extra: Extra = {}): Operation['when'] => {
  return (_, from) => stripe.paymentIntents.create({ ...holdFor(contractor, from), ...extra })
}

const OPERATIONS: Operation[] = [
  { name: 'a checkout with a saved card', when: create(), told: HELD },
  {
    name: 'a checkout that 3D Secure interrupts',
    card: 'pm_card_authenticationRequired',
    when: create(),
    told: ['payment_intent.created', 'payment_intent.requires_action'],
  },
  {
    name: '3D Secure passed',
    given: () => hold('pm_card_authenticationRequired'),
    when: pass,
    told: ['charge.succeeded', 'payment_intent.amount_capturable_updated'],
  },
  {
    name: '3D Secure failed',
    given: () => hold('pm_card_authenticationRequired'),
    when: fail,
    told: ['payment_intent.payment_failed'],
  },
  {
    name: 'a checkout that is declined',
    card: 'pm_card_chargeCustomerFail',
    when: (_, from) => expect(create()(_, from)).rejects.toMatchObject({ code: 'card_declined' }),
    told: ['payment_intent.created', 'charge.failed', 'payment_intent.payment_failed'],
  },
  {
    name: 'a checkout without a confirmation',
    when: create({ confirm: false }),
    told: ['payment_intent.created'],
  },
  {
    name: 'an intent that changes',
    given: () => hold(undefined, { confirm: false }),
    when: ({ id }) => stripe.paymentIntents.update(id, { amount: 9000, metadata: { order: '1' } }),
    told: [],
  },
  {
    name: 'a confirmation of its own',
    given: () => hold(undefined, { confirm: false }),
    when: ({ id }) => stripe.paymentIntents.confirm(id),
    told: HELD.slice(1),
  },
  {
    name: 'a capture of the whole',
    given: () => hold(),
    when: ({ id }) => stripe.paymentIntents.capture(id),
    told: ['charge.captured', 'payment_intent.succeeded', ...PASSED_ON],
  },
  {
    name: 'a capture of a part',
    given: () => hold(),
    when: ({ id }) =>
      stripe.paymentIntents.capture(id, { amount_to_capture: 2500, application_fee_amount: 250 }),
    told: ['charge.captured', 'payment_intent.succeeded', ...PASSED_ON],
  },
  {
    name: 'a capture without a fee',
    given: () => hold(undefined, { application_fee_amount: undefined }),
    when: ({ id }) => stripe.paymentIntents.capture(id),
    told: ['charge.captured', 'payment_intent.succeeded', 'transfer.created', 'connected payment.created'],
  },
  {
    name: 'a hold that is canceled',
    given: () => hold(),
    when: ({ id }) => stripe.paymentIntents.cancel(id),
    told: ['payment_intent.canceled', 'charge.refunded'],
  },
  {
    name: 'an intent that is canceled before it was paid',
    given: () => hold(undefined, { confirm: false }),
    when: ({ id }) => stripe.paymentIntents.cancel(id),
    told: ['payment_intent.canceled'],
  },
  {
    name: 'a hold that expires',
    given: () => hold(),
    when: () => emulator.advance(7 * DAY),
    told: ['charge.expired', 'payment_intent.canceled'],
  },
  {
    name: 'a payment that is captured at once, and waits for it',
    when: create({ capture_method: 'automatic' }),
    told: ['payment_intent.created', ...PAID, ...PASSED_ON],
  },
  {
    name: 'a payment as the API takes it unless told otherwise: captured behind the answer’s back',
    when: create({ capture_method: undefined }),
    told: ['payment_intent.created', ...PAID, ...PASSED_ON, 'charge.updated'],
  },
  {
    name: 'a payment of the platform’s own',
    when: (_, from) =>
      stripe.paymentIntents.create({ amount: 2000, currency: 'usd', confirm: true, ...from }),
    told: ['payment_intent.created', ...PAID, 'charge.updated'],
  },
  {
    name: 'a payment that saves its card',
    when: async () => {
      const { id } = await stripe.customers.create({})
      const card = { payment_method: 'pm_card_visa', setup_future_usage: 'off_session' as const }
      await stripe.paymentIntents.create({ ...holdFor(contractor, { customer: id, ...card }), ...card })
    },
    told: ['customer.created', ...HELD, 'payment_method.attached'],
  },
]

it.each(OPERATIONS)('$name', async ({ given, card, when, told }) => {
  // Whatever falls due by itself has done so before.
  await emulator.advance(10 * DAY)
  const intent = ((await given?.()) ?? {}) as Stripe.PaymentIntent
  const from = given ? { customer: '', payment_method: '' } : await payer(emulator, card)
  expect(await toldBy(emulator, () => when(intent, from))).toEqual(told)
})
