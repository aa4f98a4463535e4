import fc from 'fast-check'
import Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { doStep, newWorld, STEP_NAMES, step } from '../testing/history.ts'

let emulator: TestEmulator
let stripe: Stripe
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

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

async function checkConservation(accounts: string[]) {
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
      const world = await newWorld(emulator)
      for (const one of steps) {
        try {
          await doStep(world, one)
          done[one.do] = (done[one.do] ?? 0) + 1
        } catch (error) {
          // A refusal is fine, a crash is not.
          if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error
        }
      }
      await checkConservation(world.accounts)
    }),
    { numRuns: Number(process.env.EMULATOR_HISTORIES ?? 50) },
  )
  // Histories in which most is refused would prove nothing.
  for (const name of STEP_NAMES) expect(done[name], name).toBeGreaterThan(0)
}, 900_000)
