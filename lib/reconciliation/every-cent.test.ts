import { beforeAll, expect, test } from 'vitest'
import { correct } from '../corrections/correct.ts'
import { db, transaction } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { wordsIn } from '../i18n/catalogue.ts'
import { newRequestKey } from '../ids.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { refund as refundRecipe } from '../ledger/recipes.ts'
import { recoverFromContractor } from '../recoveries/recover-from-contractor.ts'
import { requestRefund } from '../refunds/request-refund.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newOrder, newParties } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { getEveryCent } from './every-cent.ts'
import { type CentLine, centWords } from './model.ts'
import { reconcile } from './reconcile.ts'

let parties: Parties
let admin: Actor

beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties('pm_card_bypassPending')
  admin = await newAdmin()
})

async function lines(orderId: string) {
  const found = await getEveryCent(admin, orderId)
  if (!found.ok) throw new Error(found.error)
  return found.value
}

const said = (line: CentLine) => wordsIn('en').say(centWords(line))
const amounts = (found: Awaited<ReturnType<typeof lines>>) =>
  Object.fromEntries(found.map(line => [said(line), line.money.amount]))

test('an order’s money is shown movement by movement, in all three books, from the hold to a recovery', async () => {
  const orderId = await newOrder(parties, 'completed')
  const payment = await db().payment.findFirstOrThrow({ where: { orderId } })
  const choice = { reverseTransfer: true, refundCommission: true, amount: '40' }
  const form = { paymentId: payment.id, requestKey: newRequestKey(), reason: 'duplicate', note: '' } as const
  expect((await requestRefund(admin, { ...form, ...choice })).ok).toBe(true)
  const recovery = { contractorId: parties.contractor.userId, orderId, amount: '5', currency: 'usd' } as const
  const why = { requestKey: newRequestKey(), instrument: 'auto', reason: 'fee_correction', note: '' } as const
  expect((await recoverFromContractor(admin, { ...recovery, ...why })).ok).toBe(true)

  const found = await lines(orderId)
  expect(amounts(found)).toEqual({
    Authorized: 10_000n,
    Captured: 10_000n,
    'Stripe’s processing fee': -(payment.processingFee ?? 0n),
    'Transfer to the contractor': -10_000n,
    Commission: 1000n,
    'Refund to the employer': -4000n,
    'Taken back from the contractor for a refund': 4000n,
    'Commission returned to the contractor': -400n,
    'Recovered from the contractor': 500n,
  })
  for (const line of found) {
    expect(line, said(line)).toMatchObject({
      agrees: true,
      ledgerTransactionId: expect.stringMatching(/^ltx_/),
    })
    if (line.code !== 'hold') expect(line.balanceTransactionId).toMatch(/^txn_/)
  }
  const fee = found.find(line => line.code === 'processing_fee')
  expect(fee?.balanceTransactionId).toBe(found.find(line => said(line) === 'Captured')?.balanceTransactionId)
})

test('what only one side has is a line that does not agree, until an admin posts a correction', async () => {
  const orderId = await newOrder(parties, 'completed')
  const payment = await db().payment.findFirstOrThrow({ where: { orderId } })
  const body = new URLSearchParams({ amount: '700' })
  const headers = { authorization: 'Bearer sk_test_local' }
  const url = `${process.env.STRIPE_LOCAL_URL}/v1/transfers/${payment.stripeTransferId}/reversals`
  expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200)
  const { livemode, currency } = payment
  const source = { type: 'payment' as const, id: payment.id }
  await transaction(tx =>
    postTransaction(tx, { livemode, source, code: 'refund', currency, entries: refundRecipe(55n) }),
  )
  const wrong = (await lines(orderId)).filter(line => !line.agrees)
  expect(wrong.map(line => [line.code, line.money.amount, line.ledgerTransactionId === null])).toEqual([
    ['refund', -55n, false],
    ['unknown', 700n, true],
  ])

  expect((await reconcile()).ok).toBe(true)
  const subjects = [payment.stripeTransferId ?? '', payment.stripeChargeId ?? '', payment.id]
  const differences = await db().discrepancy.findMany({ where: { subject: { in: subjects } } })
  for (const { id: discrepancyId, ledgerAmount, stripeAmount } of differences) {
    const wish = { discrepancyId, ledgerAmount, stripeAmount, reason: 'Made by hand in the dashboard.' }
    expect(await correct(admin, wish)).toMatchObject({ ok: true, value: { isApplied: true } })
  }
  const found = await lines(orderId)
  expect(found.filter(line => !line.agrees)).toEqual([])
  const corrected = found.filter(({ code }) => code === 'correction').map(line => line.money.amount)
  expect(corrected.sort()).toEqual([55n, 700n])
})

test('is for admins only, and says when Stripe is away', async () => {
  const orderId = await newOrder(parties, 'held')
  for (const actor of [parties.employer, parties.contractor])
    expect(await getEveryCent(actor, orderId)).toEqual({ ok: false, error: 'not_found' })
  expect(amounts(await lines(orderId))).toEqual({ Authorized: 10_000n })
  const fault = { method: 'GET', path: '/v1/charges', kind: 'fail_before', count: 100 }
  const control = `${process.env.STRIPE_LOCAL_URL}/_control/faults`
  await fetch(control, { method: 'POST', body: JSON.stringify(fault) })
  expect(await getEveryCent(admin, orderId)).toEqual({ ok: false, error: 'stripe_unavailable' })
  await fetch(control, { method: 'DELETE' })
})
