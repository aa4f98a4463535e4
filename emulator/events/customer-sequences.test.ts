import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerChallenge, cardOf } from '../testing/cards.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { payer } from '../testing/money.ts'
import { toldBy } from '../testing/told.ts'

let emulator: TestEmulator
let stripe: Stripe
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

const customer = async () => (await stripe.customers.create({ name: 'Ada' })).id

/** Saves a card that was typed into the browser, without the browser. */
async function setUp(number: string) {
  const payment_method = (await cardOf(emulator, number)).id
  return stripe.setupIntents.create({ customer: await customer(), payment_method })
}

async function waitingSetup(): Promise<string> {
  const intent = await setUp('4000002760003184')
  return String((await stripe.setupIntents.confirm(intent.id)).client_secret)
}

interface Operation {
  name: string
  given?: () => Promise<string>
  when: (id: string) => Promise<unknown>
  told: string[]
}

const OPERATIONS: Operation[] = [
  { name: 'a new customer', when: customer, told: ['customer.created'] },
  {
    name: 'a customer that changes',
    given: customer,
    when: id => stripe.customers.update(id, { name: 'Grace' }),
    told: ['customer.updated'],
  },
  {
    name: 'a customer deleted',
    given: customer,
    when: id => stripe.customers.del(id),
    told: ['customer.deleted'],
  },
  {
    name: 'a card attached',
    given: customer,
    when: id => stripe.paymentMethods.attach('pm_card_visa', { customer: id }),
    told: ['payment_method.attached'],
  },
  {
    name: 'a card detached',
    given: async () => (await payer(emulator)).payment_method,
    when: id => stripe.paymentMethods.detach(id),
    told: ['payment_method.detached'],
  },
  {
    name: 'a card that is refused',
    given: customer,
    when: id =>
      expect(stripe.paymentMethods.attach('pm_card_chargeDeclined', { customer: id })).rejects.toThrow(),
    told: [],
  },
  {
    name: 'a setup intent',
    given: customer,
    when: id => stripe.setupIntents.create({ customer: id }),
    told: ['setup_intent.created'],
  },
  {
    name: 'a setup intent that succeeds',
    given: async () => (await setUp('4242424242424242')).id,
    when: id => stripe.setupIntents.confirm(id),
    told: ['payment_method.attached', 'setup_intent.succeeded'],
  },
  {
    name: 'a setup intent that the bank refuses',
    given: async () => (await setUp('4000000000000002')).id,
    when: id => expect(stripe.setupIntents.confirm(id)).rejects.toThrow(),
    told: ['setup_intent.setup_failed'],
  },
  {
    name: 'a setup intent that 3D Secure interrupts',
    given: async () => (await setUp('4000002760003184')).id,
    when: id => stripe.setupIntents.confirm(id),
    told: ['setup_intent.requires_action'],
  },
  {
    name: 'a setup intent after 3D Secure',
    given: waitingSetup,
    when: secret => answerChallenge(emulator, secret, 'complete'),
    told: ['payment_method.attached', 'setup_intent.succeeded'],
  },
  {
    name: 'a setup intent whose 3D Secure failed',
    given: waitingSetup,
    when: secret => answerChallenge(emulator, secret, 'fail'),
    told: ['setup_intent.setup_failed'],
  },
  {
    name: 'a setup intent canceled',
    given: async () => (await setUp('4242424242424242')).id,
    when: id => stripe.setupIntents.cancel(id),
    told: ['setup_intent.canceled'],
  },
]

it.each(OPERATIONS)('$name', async ({ given, when, told }) => {
  const id = (await given?.()) ?? ''
  expect(await toldBy(emulator, () => when(id))).toEqual(told)
})
