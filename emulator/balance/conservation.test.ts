import fc from 'fast-check'
import Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestEmulator } from '../testing/harness.ts'
import { doStep, STEP_NAMES, step } from '../testing/history.ts'
import { startInProcess } from '../testing/in-process.ts'
import { newWorld } from '../testing/world.ts'

let emulator: TestEmulator
let stripe: Stripe
beforeAll(async () => {
  emulator = await startInProcess()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

/** How many automatic payouts there were, so that they are not all refused. */
const automatic = { paid: 0, debited: 0 }

/** All balance transactions and the balance of an account. */
async function booksOf(account?: string) {
  const options = account === undefined ? {} : { stripeAccount: account }
  const sum = { available: 0, pending: 0 }
  const kinds: Record<string, number> = {}
  const gross: Record<string, number> = {}
  for await (const one of stripe.balanceTransactions.list({ limit: 100 }, options)) {
    expect(one.net).toBe(one.amount - one.fee)
    expect(one.fee).toBe(one.fee_details.reduce((total, detail) => total + detail.amount, 0))
    sum[one.status === 'available' ? 'available' : 'pending'] += one.net
    kinds[one.type] = (kinds[one.type] ?? 0) + one.net
    gross[one.type] = (gross[one.type] ?? 0) + one.amount
    expect(one.source).not.toBeNull()
  }
  const balance = await stripe.balance.retrieve({}, options)
  return {
    sum,
    kinds,
    gross,
    shown: { available: balance.available[0]?.amount, pending: balance.pending[0]?.amount },
  }
}

/** What came from cards and went back to them is what the platform's books say, to the cent. */
async function checkOutside(gross: Record<string, number>) {
  const expected = { charge: 0, refund: 0, refund_failure: 0, adjustment: 0 }
  for await (const charge of stripe.charges.list({ limit: 100 }))
    if (charge.captured && charge.payment_intent) expected.charge += charge.amount_captured
  for await (const refund of stripe.refunds.list({ limit: 100 })) {
    if (!refund.id.startsWith('re_')) continue
    if (refund.balance_transaction) expected.refund -= refund.amount
    if (refund.failure_balance_transaction) expected.refund_failure += refund.amount
  }
  for await (const dispute of stripe.disputes.list({ limit: 100 }))
    for (const { amount } of dispute.balance_transactions) expected.adjustment += amount
  for (const [type, amount] of Object.entries(expected)) expect(gross[type] ?? 0, type).toBe(amount)
}

/** What left the balance is at the bank or on its way, and an automatic payout is the sum of what it says that it is made of. */
async function checkPayouts(account: string, gross: Record<string, number>) {
  const own = { stripeAccount: account }
  let paidOut = 0
  for await (const one of stripe.payouts.list({ limit: 100 }, own)) {
    if (one.status !== 'failed' && one.status !== 'canceled') paidOut += one.amount
    if (one.reconciliation_status !== 'completed') continue
    let sum = 0
    for await (const { net, id } of stripe.balanceTransactions.list({ payout: one.id, limit: 100 }, own))
      if (id !== one.balance_transaction) sum += net
    // A debt is taken from the bank together with what is still pending, and brings a part of a later payout.
    if (one.amount > 0) expect(sum).toBe(one.amount)
    automatic[one.amount > 0 ? 'paid' : 'debited'] += 1
  }
  const { payout = 0, payout_cancel: canceled = 0, payout_failure: failed = 0 } = gross
  expect(payout + canceled + failed + paidOut).toBe(0)
}

async function checkConservation(accounts: string[]) {
  // What is about to fall due by itself does so now, and not between two readings.
  await emulator.advance(5)
  const books = await Promise.all([undefined, ...accounts].map(booksOf))
  for (const { sum, shown } of books) expect(shown).toEqual(sum)
  const total = (type: string) => books.reduce((all, { kinds }) => all + (kinds[type] ?? 0), 0)
  // What leaves one account arrives at another: transfers and payments, less the fees kept from the payments.
  expect(total('transfer') + total('payment') + total('application_fee')).toBe(0)
  expect(total('transfer_refund') + total('payment_refund')).toBe(0)
  expect(total('application_fee_refund')).toBe(0)
  await checkOutside(books[0]?.gross ?? {})
  for (const [index, account] of accounts.entries()) {
    await checkPayouts(account, books[index + 1]?.gross ?? {})
  }
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
    { numRuns: Number(process.env.EMULATOR_HISTORIES ?? 2000) },
  )
  // Histories in which most is refused would prove nothing.
  for (const name of STEP_NAMES) expect(done[name], name).toBeGreaterThan(0)
  for (const count of Object.values(automatic)) expect(count).toBeGreaterThan(0)
}, 900_000)
