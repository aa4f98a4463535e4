import fc from 'fast-check'
import Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { payableAccount, payer } from '../testing/money.ts'

let emulator: TestEmulator
let stripe: Stripe
let accounts: string[]
let payers: { customer: string; payment_method: string }[]
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

/** Every history starts from nothing, so that one that fails can be told again. */
async function startOver() {
  await emulator.control('POST', 'reset')
  accounts = [await payableAccount(emulator), await payableAccount(emulator)]
  const cards = ['pm_card_visa', 'pm_card_bypassPending', 'pm_card_refundFail', 'pm_card_pendingRefund']
  payers = []
  for (const card of cards) payers.push(await payer(emulator, card))
}

/** One step of a random history. Numbers pick among what there is. */
type Step =
  | { do: 'pay'; amount: number; fee: number; who: number; to: number; manual: boolean }
  | { do: 'capture'; which: number; part: number; fee: number }
  | { do: 'cancel'; which: number }
  | { do: 'refund'; which: number; part: number; reverse: boolean; returnFee: boolean }
  | { do: 'debit'; amount: number; to: number }
  | { do: 'transfer'; amount: number; to: number }
  | { do: 'reverse'; which: number; part: number; returnFee: boolean }
  | { do: 'payout'; amount: number; to: number }
  | { do: 'wait'; hours: number }

const pick = fc.nat(20)
const amount = fc.integer({ min: 50, max: 50_000 })
const percent = fc.integer({ min: 1, max: 100 })
const pay = fc.record({
  do: fc.constant('pay' as const),
  amount,
  fee: percent,
  who: pick,
  to: pick,
  manual: fc.boolean(),
})
const rest: fc.Arbitrary<Step>[] = [
  fc.record({ do: fc.constant('capture' as const), which: pick, part: percent, fee: percent }),
  fc.record({ do: fc.constant('cancel' as const), which: pick }),
  fc.record({
    do: fc.constant('refund' as const),
    which: pick,
    part: percent,
    reverse: fc.boolean(),
    returnFee: fc.boolean(),
  }),
  fc.record({ do: fc.constant('debit' as const), amount, to: pick }),
  fc.record({ do: fc.constant('transfer' as const), amount, to: pick }),
  fc.record({ do: fc.constant('reverse' as const), which: pick, part: percent, returnFee: fc.boolean() }),
  fc.record({ do: fc.constant('payout' as const), amount, to: pick }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }),
]
const step: fc.Arbitrary<Step> = fc.oneof(pay, pay, pay, ...rest)

interface Made {
  intents: string[]
  transfers: string[]
}

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(list.length, 1)]
const of = (whole: number, part: number) => Math.max(1, Math.floor((whole * part) / 100))

/** Does a step; what Stripe would refuse is refused, and must then have changed nothing. */
async function take(one: Step, made: Made): Promise<void> {
  const account = 'to' in one ? (at(accounts, one.to) ?? '') : ''
  switch (one.do) {
    case 'pay': {
      const intent = await stripe.paymentIntents.create({
        ...(at(payers, one.who) ?? { customer: '', payment_method: '' }),
        amount: one.amount,
        currency: 'usd',
        confirm: true,
        capture_method: one.manual ? 'manual' : 'automatic',
        application_fee_amount: of(one.amount, one.fee),
        transfer_data: { destination: account },
      })
      made.intents.push(intent.id)
      return
    }
    case 'capture': {
      const intent = await stripe.paymentIntents.retrieve(at(made.intents, one.which) ?? 'pi_none')
      const amount_to_capture = of(intent.amount, one.part)
      const application_fee_amount = of(amount_to_capture, one.fee)
      await stripe.paymentIntents.capture(intent.id, { amount_to_capture, application_fee_amount })
      return
    }
    case 'cancel':
      await stripe.paymentIntents.cancel(at(made.intents, one.which) ?? 'pi_none')
      return
    case 'refund': {
      const intent = await stripe.paymentIntents.retrieve(at(made.intents, one.which) ?? 'pi_none')
      await stripe.refunds.create({
        payment_intent: intent.id,
        amount: of(intent.amount_received || 1, one.part),
        reverse_transfer: one.reverse || one.returnFee,
        refund_application_fee: one.returnFee,
      })
      return
    }
    case 'debit':
      await stripe.charges.create({ amount: one.amount, currency: 'usd', source: account })
      return
    case 'transfer':
      made.transfers.push(
        (await stripe.transfers.create({ amount: one.amount, currency: 'usd', destination: account })).id,
      )
      return
    case 'reverse': {
      const all = (await stripe.transfers.list({ limit: 30 })).data
      const transfer = at(all, one.which)
      const part = of(transfer?.amount ?? 1, one.part)
      await stripe.transfers.createReversal(transfer?.id ?? 'tr_none', {
        amount: part,
        refund_application_fee: one.returnFee,
      })
      return
    }
    case 'payout':
      await stripe.payouts.create({ amount: one.amount, currency: 'usd' }, { stripeAccount: account })
      return
    case 'wait':
      await emulator.advance(one.hours * 3600)
  }
}

/** All balance transactions and the balance of an account. */
async function booksOf(account?: string) {
  const options = account === undefined ? {} : { stripeAccount: account }
  const sum = { available: 0, pending: 0 }
  const kinds: Record<string, number> = {}
  for await (const one of stripe.balanceTransactions.list({ limit: 100 }, options)) {
    expect(one.net).toBe(one.amount - one.fee)
    expect(one.fee).toBe(one.fee_details.reduce((total, detail) => total + detail.amount, 0))
    sum[one.status === 'available' ? 'available' : 'pending'] += one.net
    kinds[one.type] = (kinds[one.type] ?? 0) + one.net
  }
  const balance = await stripe.balance.retrieve({}, options)
  return {
    sum,
    kinds,
    shown: { available: balance.available[0]?.amount, pending: balance.pending[0]?.amount },
  }
}

async function checkConservation() {
  const books = await Promise.all([undefined, ...accounts].map(booksOf))
  for (const { sum, shown } of books) expect(shown).toEqual(sum)
  const total = (type: string) => books.reduce((all, { kinds }) => all + (kinds[type] ?? 0), 0)
  // What leaves one account arrives at another: transfers and payments, less the fees kept from the payments.
  expect(total('transfer') + total('payment') + total('application_fee')).toBe(0)
  expect(total('transfer_refund') + total('payment_refund')).toBe(0)
  expect(total('application_fee_refund')).toBe(0)
  for await (const charge of stripe.charges.list({ limit: 100 })) {
    expect(charge.amount_refunded).toBeLessThanOrEqual(
      charge.captured ? charge.amount_captured : charge.amount,
    )
  }
  for await (const transfer of stripe.transfers.list({ limit: 100 })) {
    expect(transfer.amount_reversed).toBeLessThanOrEqual(transfer.amount)
  }
  for await (const fee of stripe.applicationFees.list({ limit: 100 })) {
    expect(fee.amount_refunded).toBeLessThanOrEqual(fee.amount)
  }
}

it('creates and loses no money, whatever happens', async () => {
  const done: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async steps => {
      await startOver()
      const made: Made = { intents: [], transfers: [] }
      for (const one of steps) {
        try {
          await take(one, made)
          done[one.do] = (done[one.do] ?? 0) + 1
        } catch (error) {
          // A refusal is fine, a crash is not.
          if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error
        }
      }
      await checkConservation()
    }),
    { numRuns: 60 },
  )
  // Histories in which most is refused would prove nothing.
  for (const kind of [
    'pay',
    'capture',
    'cancel',
    'refund',
    'debit',
    'transfer',
    'reverse',
    'payout',
    'wait',
  ]) {
    expect(done[kind], kind).toBeGreaterThan(5)
  }
}, 180_000)
