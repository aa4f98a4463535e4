import { beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import { arrangeCard } from '../demo/arrange-employer.ts'
import { syncDispute } from '../disputes/sync-dispute.ts'
import { newRequestKey } from '../ids.ts'
import { requestPayout } from '../payouts/request-payout.ts'
import { recoverFromContractor } from '../recoveries/recover-from-contractor.ts'
import { resumeRecovery } from '../recoveries/resume-recovery.ts'
import { requestRefund } from '../refunds/request-refund.ts'
import { newDispute } from '../testing/disputes.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newEmployer, newOrder, newParties } from '../testing/marketplace.ts'
import { checkInvariants } from './invariants.ts'

/** Each way to spoil our tables behind the ledger's back, and the invariants that must notice. */
const DAMAGE: [name: string, sql: string, noticed: string[]][] = [
  [
    'a captured amount',
    'UPDATE payments SET amount_captured = 9999 WHERE amount_captured > 0',
    ['captures-posted'],
  ],
  [
    'a commission',
    'UPDATE payments SET commission_captured = 1 WHERE amount_captured > 0',
    ['captures-posted', 'refunds-within-capture'],
  ],
  [
    'a processing fee',
    'UPDATE payments SET processing_fee = 1 WHERE amount_captured > 0',
    ['processing-fees-posted'],
  ],
  [
    'a hold that is gone',
    "UPDATE payments SET amount = 1, commission_amount = 0 WHERE status = 'requires_capture'",
    ['holds-counted'],
  ],
  ['a refund of another amount', 'UPDATE refunds SET amount = 1', ['refunds-posted']],
  [
    'a refund beyond the capture',
    'UPDATE refunds SET amount = 99999999',
    ['refunds-posted', 'refunds-within-capture'],
  ],
  [
    'a refund that is said to have failed',
    "UPDATE refunds SET status = 'failed'",
    ['refunds-posted', 'failed-refunds-given-back'],
  ],
  [
    'a capture that is taken back',
    "UPDATE payments SET status = 'canceled' WHERE status = 'succeeded'",
    ['captures-posted', 'orders-match-payments'],
  ],
  [
    'an order without its money',
    "UPDATE orders SET status = 'completed' WHERE status = 'held'",
    ['orders-match-payments'],
  ],
  ['a payout of another amount', 'UPDATE payouts SET amount_left = 1', ['payouts-posted']],
  ['a payout that is said to have failed', "UPDATE payouts SET status = 'failed'", ['payouts-posted']],
  [
    'a payout that is said to be back',
    'UPDATE payouts SET amount_returned = amount_left',
    ['payouts-posted'],
  ],
  [
    'a fact about nothing',
    "UPDATE payments SET livemode = true WHERE status = 'succeeded'",
    ['facts-have-sources'],
  ],
  [
    'a collection of another amount',
    'UPDATE collections SET amount = 1',
    ['collections-posted', 'recoveries-collected'],
  ],
  [
    'a debt that is said to be smaller',
    "UPDATE recoveries SET amount_collected = 5 WHERE status = 'owed'",
    ['recoveries-collected', 'receivables-counted'],
  ],
  [
    'a debt that is forgotten',
    "UPDATE recoveries SET status = 'failed' WHERE status = 'owed'",
    ['recoveries-posted', 'receivables-counted'],
  ],
  ['a dispute of another amount', 'UPDATE disputes SET amount_withdrawn = 1', ['disputes-posted']],
  [
    'a recovery that is said to be returned',
    "UPDATE recoveries SET status = 'returned' WHERE dispute_id IS NOT NULL",
    ['returned-recoveries-given-back'],
  ],
  [
    'a return without a dispute that was won',
    'UPDATE recoveries SET return_requested_at = now() WHERE dispute_id IS NOT NULL',
    ['won-disputes-returned'],
  ],
  [
    'a transfer made again that nobody asked for',
    `INSERT INTO retransfers (id, livemode, connected_account_id, refund_id, amount, currency, status, stripe_transfer_id, updated_at)
       SELECT 'rtr_odd', false, p.connected_account_id, r.id, 5, 'usd', 'succeeded', 'tr_odd', now()
       FROM refunds r JOIN payments p ON p.id = r.payment_id`,
    ['retransfers-posted', 'failed-refunds-given-back'],
  ],
  [
    'a debt that Stripe does not know',
    `WITH t AS (INSERT INTO ledger_transactions (id, livemode, source_type, source_id, code, currency)
       SELECT 'ltx_odd', false, 'payment', id, 'odd', 'usd' FROM payments LIMIT 1 RETURNING id)
     INSERT INTO postings SELECT 'pst_odd', t.id, a.id, b.id, 5, 'usd' FROM t, ledger_accounts a, ledger_accounts b
       WHERE a.kind = 'contractor_payable' AND b.kind = 'commission'`,
    ['contractors-owed-what-stripe-keeps'],
  ],
]

const broken = async () =>
  (await checkInvariants(false)).filter(({ breaches }) => breaches.length > 0).map(({ name }) => name)

beforeAll(async () => {
  await startLocalStripe()
  const parties = await newParties('pm_card_bypassPending')
  await newOrder(parties, 'held')
  const orderId = await newOrder(parties, 'completed')
  const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
  const choice = { reverseTransfer: true, refundCommission: true, reason: 'not_as_agreed' as const, note: '' }
  const admin = await newAdmin()
  const refunded = await requestRefund(admin, {
    paymentId,
    requestKey: newRequestKey(),
    amount: '40',
    ...choice,
  })
  expect(refunded.ok).toBe(true)
  const money = { amount: '5', currency: 'usd', requestKey: newRequestKey() }
  expect(await requestPayout(parties.contractor, money)).toMatchObject({ ok: true })
  // The first debt is paid by the order's transfer, the second by what is left: most of it stays open.
  for (const [amount, of] of [
    ['10', orderId],
    ['500', null],
  ] as const) {
    const debt = { contractorId: parties.contractor.userId, orderId: of, requestKey: newRequestKey() }
    const terms = { amount, currency: 'usd', instrument: 'receivable', reason: 'fee_correction' } as const
    expect((await recoverFromContractor(admin, { ...debt, ...terms, note: '' })).ok).toBe(true)
  }
  const employer = await newEmployer()
  const savedCardId = await arrangeCard(employer, 'pm_card_createDispute')
  const { disputeId } = await newDispute({ ...parties, employer, savedCardId })
  expect(await syncDispute(disputeId)).toMatchObject({ ok: true })
  const { id } = await db().recovery.findFirstOrThrow({ where: { disputeId: { not: null } } })
  expect(await resumeRecovery(id)).toEqual({ ok: true, value: 'succeeded' })
})

test('a healthy marketplace breaks none', async () => {
  expect(await broken()).toEqual([])
})

test.each(DAMAGE)('%s is noticed', async (_, sql, noticed) => {
  const spoilt = db().$transaction(async tx => {
    expect(await tx.$executeRawUnsafe(sql)).toBeGreaterThan(0)
    const names = (await checkInvariants(false, tx)).filter(({ breaches }) => breaches.length > 0)
    expect(names.map(({ name }) => name)).toEqual(noticed)
    throw new Error('undo')
  })
  await expect(spoilt).rejects.toThrow('undo')
  expect(await broken()).toEqual([])
})
