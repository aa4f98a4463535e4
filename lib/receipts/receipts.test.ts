import { beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { wordsIn } from '../i18n/catalogue.ts'
import { newRequestKey } from '../ids.ts'
import { formatMoney } from '../money.ts'
import { capturePayment } from '../payments/capture-payment.ts'
import { requestRefund } from '../refunds/request-refund.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newEmployer, newOrder, newParties } from '../testing/marketplace.ts'
import { drawnIn } from '../testing/pdf-text.ts'
import { type ReceiptSide, receiptLines } from './model.ts'
import { getReceipt } from './queries.ts'
import { receiptPdf } from './receipt-pdf.ts'

let parties: Parties
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties()
})

async function sums(orderId: string, side: ReceiptSide) {
  const actor = side === 'EMPLOYER' ? parties.employer : parties.contractor
  const receipt = await getReceipt(actor, orderId)
  if (!receipt) throw new Error('There is no receipt.')
  const lines = receiptLines(receipt, side)
  const total = lines.at(-1)?.value.amount ?? 0n
  const before = lines.slice(0, -1).reduce((sum, { value }) => sum + value.amount, 0n)
  if (lines.length > 1) expect(before, 'the lines add up to the last').toBe(total)
  return lines.map(({ label, value }) => `${wordsIn('en')(label)}: ${value.amount}`)
}

test('a receipt is there once money was taken, for the parties and admins, and adds up for both', async () => {
  const orderId = await newOrder(parties, 'delivered')
  const { employer, contractor } = parties
  expect(await getReceipt(employer, orderId)).toBeNull()
  expectOk(await capturePayment(employer, { orderId, amount: '75.01' }), 'capture')
  expect(await sums(orderId, 'EMPLOYER')).toEqual(['Paid: 7501'])
  expect(await sums(orderId, 'CONTRACTOR')).toEqual([
    'Paid by the employer: 7501',
    'Commission of Holdfast: -750',
    'Yours: 6751',
  ])
  const admin = await newAdmin()
  const [stranger, known] = await Promise.all([
    getReceipt(await newEmployer(), orderId),
    getReceipt(admin, orderId),
  ])
  expect([stranger, known?.captured]).toEqual([null, 7501n])

  const payment = await db().payment.findFirstOrThrow({ where: { orderId } })
  const refund = {
    paymentId: payment.id,
    amount: '20',
    reason: 'duplicate',
    note: '',
    requestKey: newRequestKey(),
  }
  const asked = await requestRefund(admin, {
    ...refund,
    reverseTransfer: true,
    refundCommission: true,
  } as never)
  expectOk(asked, 'refund')
  expect(await sums(orderId, 'EMPLOYER')).toEqual([
    'Paid: 7501',
    'Refunded to the card: -2000',
    'Paid after refunds: 5501',
  ])
  expect((await sums(orderId, 'CONTRACTOR')).at(-1)).toBe('Yours: 4951')
  expect((await getReceipt(contractor, orderId))?.refunds.length).toBe(1)
})

test('the PDF is one page with its fonts inside, whatever the names and however long the title', async () => {
  const orderId = await newOrder(parties, 'completed')
  const receipt = await getReceipt(parties.employer, orderId)
  if (!receipt) throw new Error('There is no receipt.')
  const names = { userId: 'usr', displayName: 'Zażółć Ünïcode & Søn <b>' }
  const pdf = await receiptPdf(
    wordsIn('en'),
    { ...receipt, title: 'Long '.repeat(24), employer: names },
    'EMPLOYER',
  )
  const text = pdf.toString('latin1')
  expect(text.startsWith('%PDF-1.')).toBe(true)
  expect(text.match(/\/Type \/Page\b/g)?.length).toBe(1)
  expect(text).toContain('/FontFile2')
  expect(drawnIn(pdf).length).toBeGreaterThan(10)
  expect(drawnIn(pdf)).toContain(names.displayName)
})

const CARDS = [
  ['en', 'Visa ending in 4242'],
  ['pl', wordsIn('pl')('islands.cardEndingIn', { brand: 'Visa', last4: '4242' })],
  ['de', wordsIn('de')('islands.cardEndingIn', { brand: 'Visa', last4: '4242' })],
] as const

test('the PDF says to each side the same sums as the page, to the cent, in their language', async () => {
  const orderId = await newOrder(parties, 'completed')
  for (const [side, actor] of [
    ['EMPLOYER', parties.employer],
    ['CONTRACTOR', parties.contractor],
  ] as const) {
    const receipt = await getReceipt(actor, orderId)
    if (!receipt) throw new Error('There is no receipt.')
    for (const [locale, card] of CARDS) {
      const t = wordsIn(locale)
      const drawn = drawnIn(await receiptPdf(t, { ...receipt, refunds: [] }, side))
      const lines = receiptLines(receipt, side)
      const rows = lines.flatMap(({ label, value }) => [t(label), formatMoney(value, locale)])
      const start = drawn.indexOf(rows[0] ?? '')
      expect(drawn.slice(start, start + rows.length)).toEqual(rows)
      expect(drawn).toContain(receipt.title)
      expect(drawn).toContain(card)
    }
  }
})
