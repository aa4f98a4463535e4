import { beforeAll, expect, test } from 'vitest'
import { now } from '../clock.ts'
import { applyCorrection } from '../corrections/apply-correction.ts'
import { db, transaction } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { wordsIn } from '../i18n/catalogue.ts'
import { newId, newRequestKey } from '../ids.ts'
import { fromDecimal } from '../money.ts'
import { requestRefund } from '../refunds/request-refund.ts'
import { monthAfter, monthOf, rangeOf } from '../statements/model.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newOrder, newParties } from '../testing/marketplace.ts'
import { fundPlatform } from '../testing/other-business.ts'
import { parseCsv, unzip } from '../testing/unzip.ts'
import type { Actor } from '../users/model.ts'
import { zipResponse } from '../zip-response.ts'
import { makePack } from './make-pack.ts'
import { listPackMonths } from './queries.ts'

let parties: Parties
let owner: Actor
const [before, month, current] = [-2, -1, 0].map(count => monthAfter(monthOf(now()), count)) as [
  string,
  string,
  string,
]

async function refund(orderId: string, amount: string | undefined): Promise<void> {
  const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
  const choice = { amount, reverseTransfer: true, refundCommission: true }
  const why = { requestKey: newRequestKey(), reason: 'not_as_agreed', note: '' } as const
  expectOk(await requestRefund(owner, { paymentId, ...choice, ...why }), 'refund')
}

/** Three dollars that Stripe has more of the contractor's than the ledger knew, posted with a reason. */
async function correctContractor(): Promise<void> {
  const { id: connectedAccountId } = await db().connectedAccount.findFirstOrThrow()
  const of = { livemode: false, currency: 'usd', subject: 'acct_1' }
  const [discrepancyId, id] = [newId('dsc'), newId('cor')]
  const sides = { ledgerAmount: 0n, stripeAmount: 300n, kind: 'other_balance', proposal: '' } as const
  await db().discrepancy.create({ data: { id: discrepancyId, ...of, ...sides } })
  const by = { requestedById: owner.userId, createdAt: now(), reason: 'Sent by hand.' }
  const row = { id, discrepancyId, connectedAccountId, amount: 300n, ...of, ...by }
  await transaction(async tx => {
    const data = { ...row, status: 'applied', needsSecond: false } as const
    await applyCorrection(tx, owner, await tx.correction.create({ data }))
  })
}

/** What was booked since the last time is of this month. */
async function bookedIn(then: string): Promise<void> {
  const at = new Date(rangeOf(then).from.getTime() + 86_400_000).toISOString()
  await unguarded(
    `UPDATE ledger_transactions SET created_at = '${at}' WHERE created_at > now() - interval '1 hour'`,
  )
}

/** Past the triggers that refuse it, as whoever owns the database can. */
async function unguarded(statement: string): Promise<void> {
  await db().$executeRaw`ALTER TABLE ledger_transactions DISABLE TRIGGER ALL`
  await db().$executeRawUnsafe(statement)
  await db().$executeRaw`ALTER TABLE ledger_transactions ENABLE TRIGGER ALL`
}

async function packOf(of: string, actor = owner) {
  const pack = makePack(actor, wordsIn('en'), of)
  if (!pack) return null
  const files = await unzip(Buffer.from(await zipResponse(`${pack.name}.zip`, pack.files).arrayBuffer()))
  const table = (name: string) => parseCsv(files.get(name) ?? '')
  return { name: pack.name, files, table, summary: files.get('summary.txt') ?? '' }
}

const cents = (text: string | undefined) => {
  const amount = fromDecimal((text || '0').replace('-', ''), 'usd')?.amount ?? 0n
  return text?.startsWith('-') ? -amount : amount
}
const sum = (rows: Record<string, string>[], column: string) =>
  rows.reduce((total, row) => total + cents(row[column]), 0n)

beforeAll(async () => {
  await startLocalStripe()
  ;[parties, owner] = [await newParties(), await newAdmin()]
  await fundPlatform()
  await newOrder(parties, 'completed')
  await bookedIn(before)
  await refund(await newOrder(parties, 'completed'), '40')
  await correctContractor()
  const { id } = await db().order.findFirstOrThrow({ orderBy: { id: 'desc' } })
  await db().order.update({ where: { id }, data: { title: '=cmd|"calc"!A1' } })
  await bookedIn(month)
})

test('a month’s tables tie to its ledger, its ledger to the balances, and the summary says so', async () => {
  const pack = await packOf(month)
  expect(pack?.name).toBe(`holdfast-${month}`)
  const [ledger, balances] = [pack?.table('ledger.csv') ?? [], pack?.table('balances.csv') ?? []]
  expect(ledger.length).toBeGreaterThan(20)
  expect(sum(ledger, 'debit')).toBe(sum(ledger, 'credit'))
  expect(sum(balances, 'opening')).toBe(0n)
  expect(sum(balances, 'closing')).toBe(0n)
  for (const row of balances) {
    const own = ledger.filter(
      line => line.account === row.account && line.contractor_account === row.contractor_account,
    )
    expect([sum(own, 'debit'), sum(own, 'credit')]).toEqual([cents(row.debits), cents(row.credits)])
    expect(cents(row.opening) + cents(row.debits) - cents(row.credits)).toBe(cents(row.closing))
    expect(row.difference).toBe('0.00')
  }
  const closing = (account: string) =>
    sum(
      balances.filter(row => row.account === account),
      'closing',
    )
  const opening = (account: string) =>
    sum(
      balances.filter(row => row.account === account),
      'opening',
    )
  expect(opening('commission')).toBe(-1000n)
  expect(sum(pack?.table('commission.csv') ?? [], 'amount')).toBe(
    opening('commission') - closing('commission'),
  )
  expect(sum(pack?.table('commission.csv') ?? [], 'amount')).toBe(600n)
  expect(pack?.table('refunds.csv')).toMatchObject([
    {
      fact: 'refund',
      amount: '40.00',
      reason: 'not_as_agreed',
      employer: 'Erin Employer',
      status: 'succeeded',
    },
  ])
  expect(pack?.table('refunds.csv')[0]?.order_title).toMatch(/^'=cmd/)
  expect(sum(pack?.table('stripe-fees.csv') ?? [], 'amount')).toBe(
    closing('processing_fees') - opening('processing_fees'),
  )
  expect(pack?.table('corrections.csv')).toMatchObject([
    { amount: '3.00', reason: 'Sent by hand.', stripe_id: 'acct_1' },
  ])
  expect(pack?.table('payouts.csv')).toEqual([])
  const invoices = [...(pack?.files.keys() ?? [])].filter(name => name.startsWith('commission-invoices/'))
  expect(invoices).toHaveLength(1)
  expect(pack?.files.get(invoices[0] ?? '')).toMatch(/^%PDF-/)
  expect(pack?.summary).toContain('THE SUMS TIE')
  expect(pack?.summary).toContain('refunds.csv and the ledger: 40.00 = 40.00')
  expect(pack?.files.has('DOES-NOT-TIE.txt')).toBe(false)
})

test('the current month is given so far, one to come not at all, and to nobody but finance and owners', async () => {
  const pack = await packOf(current)
  expect(pack?.name).toBe(`holdfast-${current}-so-far`)
  expect(pack?.summary).toContain('SO FAR: the month is not over.')
  expect(pack?.summary).toContain('THE SUMS TIE')
  expect(pack?.table('ledger.csv')).toEqual([])
  expect(await packOf(monthAfter(current, 1))).toBeNull()
  expect(await packOf(month, await newAdmin('support'))).toBeNull()
  expect(await packOf(month, parties.contractor)).toBeNull()
  expect(await packOf(month, await newAdmin('finance'))).not.toBeNull()
  expect(await listPackMonths(owner)).toEqual([
    { month: current, isOver: false },
    { month, isOver: true },
    { month: before, isOver: true },
  ])
})

test('a refund that is not as the ledger has it, and a posting without its transaction, are told loudly', async () => {
  const { id } = await db().refund.findFirstOrThrow()
  await db().refund.update({ where: { id }, data: { amount: 4001n } })
  const changed = await packOf(month)
  expect(changed?.summary).toContain('!!! THE SUMS DO NOT TIE.')
  expect(changed?.summary).toContain(`${id}: succeeded 4001`)
  await db().refund.update({ where: { id }, data: { amount: 4000n } })
  expect((await packOf(month))?.summary).toContain('THE SUMS TIE')
  await unguarded(`DELETE FROM ledger_transactions WHERE code = 'refund'`)
  const broken = await packOf(month)
  expect(broken?.files.get('DOES-NOT-TIE.txt')).toBe(broken?.summary)
  expect(broken?.summary).toMatch(/! platform_balance: opening with its movements, and closing: \S+ ≠ \S+/)
  expect(sum(broken?.table('balances.csv') ?? [], 'difference')).toBe(0n)
  expect(broken?.table('balances.csv').filter(({ difference }) => difference !== '0.00')).toHaveLength(2)
})
