import { afterEach, beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newId, newRequestKey } from '../ids.ts'
import { getPayment } from '../payments/queries.ts'
import { getBalance } from '../payouts/queries.ts'
import { requestPayout } from '../payouts/request-payout.ts'
import { reconcile } from '../reconciliation/reconcile.ts'
import { retrieveBalance } from '../stripe/balance.ts'
import { expectAgreement } from '../testing/agreement.ts'
import { recover } from '../testing/faults/recover.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newOrder, newParties } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { processEvent } from '../webhooks/process-event.ts'
import { collectReceivable } from './collect-receivable.ts'
import { collectReceivables } from './collect-receivables.ts'
import { listDebts, listRecoveries } from './queries.ts'
import { recoverFromContractor } from './recover-from-contractor.ts'

let parties: Parties
let admin: Actor

afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties('pm_card_bypassPending')
  admin = await newAdmin()
})

const accountOf = () =>
  db().connectedAccount.findFirstOrThrow({ where: { userId: parties.contractor.userId } })

async function available(): Promise<bigint> {
  const balance = await retrieveBalance((await accountOf()).stripeAccountId ?? '')
  return (balance.ok && balance.value.find(line => line.currency === 'usd')?.available) || 0n
}

const form = (amount: string, orderId: string | null, instrument: 'auto' | 'receivable') => ({
  ...{
    contractorId: parties.contractor.userId,
    requestKey: newRequestKey(),
    orderId,
    amount,
    currency: 'usd',
  },
  ...{ instrument, reason: 'work_not_as_agreed' as const, note: '' },
})

/** As Stripe tells it, through the inbox. */
async function balanceAvailable(): Promise<string> {
  const id = newId('sev')
  const account = (await accountOf()).stripeAccountId ?? ''
  const type = 'balance.available'
  const of = { stripeEventId: `evt_${id}`, livemode: false, account, type, objectId: '', payload: {} }
  await db().stripeEvent.create({ data: { id, ...of } })
  expect((await processEvent(id)).ok).toBe(true)
  await recover()
  return (await db().stripeEvent.findUniqueOrThrow({ where: { id } })).state
}

const collections = async () =>
  (await db().collection.findMany({ orderBy: { id: 'asc' } })).map(row => `${row.instrument} ${row.amount}`)

test('what the balance cannot cover is owed, and collected by itself when there is more', async () => {
  const orderId = await newOrder(parties, 'completed')
  const { recoveryId } = expectOk(await recoverFromContractor(admin, form('150', orderId, 'auto')), 'recover')
  expect(await available()).toBe(0n)
  expect(await collections()).toEqual(['transfer_reversal 9000'])
  expect(await listRecoveries(parties.contractor, { orderId })).toMatchObject([
    { id: recoveryId, instrument: 'receivable', status: 'owed', amount: 15_000n, amountCollected: 9000n },
  ])
  const debt = [{ amount: 6000n, currency: 'usd' }]
  for (const actor of [admin, parties.contractor])
    expect(await listDebts(actor, parties.contractor.userId)).toEqual(debt)
  expect(await listDebts(parties.employer, parties.contractor.userId)).toEqual([])
  expect(await getPayment(admin, orderId)).toMatchObject({ amountRecovered: 9000n })

  // Nothing there, nothing taken; the hour looks again.
  expect(await collectReceivables()).toBe(1)
  await recover()
  expect(await collections()).toHaveLength(1)

  await newOrder(parties, 'completed')
  expect(await balanceAvailable()).toBe('handled')
  expect(await collections()).toEqual([
    'transfer_reversal 9000',
    'transfer_reversal 1000',
    'account_debit 5000',
  ])
  expect(await available()).toBe(3000n)
  expect(await listDebts(admin, parties.contractor.userId)).toEqual([])
  expect(await listRecoveries(admin, { orderId })).toMatchObject([
    { status: 'succeeded', amountCollected: 15_000n },
  ])
  const history = await db().orderEvent.findMany({ where: { orderId, kind: 'receivable_collected' } })
  expect(history.map(({ data }) => data)).toEqual([
    { amount: '9000', currency: 'usd', left: '6000' },
    { amount: '1000', currency: 'usd', left: '5000' },
    { amount: '5000', currency: 'usd' },
  ])
  await expectAgreement(admin, orderId)
})

test('many who collect at once take what is owed and no more, oldest first', async () => {
  const before = await available()
  for (const amount of ['20', '30']) {
    expectOk(await recoverFromContractor(admin, form(amount, null, 'receivable')), 'make a debt')
  }
  expect((await available()) - before).toBe(-3000n)
  const [open] = await db().recovery.findMany({ where: { status: 'owed' } })
  expect(open).toMatchObject({ amount: 3000n, amountCollected: 1000n })
  await newOrder(parties, 'completed')
  const answers = await Promise.all(Array.from({ length: 8 }, () => collectReceivable(open?.id ?? '')))
  for (const answer of answers) expect(answer.ok || answer.error.kind === 'rate_limited').toBe(true)
  await recover()
  expect(await available()).toBe(7000n)
  expect(await reconcile()).toEqual({ ok: true, value: [] })
})

test('is not outrun by a payout: what is owed stays until it is collected, and the rest can be paid out', async () => {
  const own = await newParties('pm_card_bypassPending')
  await newOrder(own, 'completed')
  const terms = { instrument: 'receivable', reason: 'work_not_as_agreed', note: '' } as const
  const of = { contractorId: own.contractor.userId, orderId: null, requestKey: newRequestKey() }
  expectOk(await recoverFromContractor(admin, { ...of, ...terms, amount: '150', currency: 'usd' }), 'owe')
  const pay = (amount: string) =>
    requestPayout(own.contractor, { requestKey: newRequestKey(), amount, currency: 'usd' })
  // The order's $90.00 went to the debt at once; $60.00 of it are open when the next money comes.
  await newOrder(own, 'completed')
  expect(await getBalance(own.contractor)).toMatchObject({
    value: { parts: [{ available: { amount: 9000n }, payable: { amount: 3000n } }] },
  })
  expect(await pay('30.01')).toEqual({ ok: false, error: 'debt_first' })
  expect((await pay('12')).ok).toBe(true)
  await collectReceivables()
  await recover()
  expect(await listDebts(own.contractor, own.contractor.userId)).toEqual([])
  expect((await pay('18')).ok).toBe(true)
  expect(await pay('0.01')).toEqual({ ok: false, error: 'balance_short' })
})
