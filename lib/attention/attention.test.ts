import { beforeAll, expect, test } from 'vitest'
import { DAY_MS, now } from '../clock.ts'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { openDisagreement } from '../disagreements/open-disagreement.ts'
import { syncDisputes } from '../disputes/sync-disputes.ts'
import { wordsIn } from '../i18n/catalogue.ts'
import { newId, newRequestKey } from '../ids.ts'
import { recordDifferences } from '../reconciliation/record-differences.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newOrder, newParties } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { listAttention } from './queries.ts'

let parties: Parties
let admin: Actor
beforeAll(async () => {
  await startLocalStripe()
  ;[parties, admin] = [await newParties(), await newAdmin()]
})

const kinds = async (by = admin) =>
  Object.fromEntries((await listAttention(by)).map(({ kind, count }) => [kind, count]))
const difference = {
  kind: 'other_amount',
  subject: 'ch_1',
  account: '',
  currency: 'usd',
  ledgerAmount: 100n,
  stripeAmount: 101n,
} as const

test('nothing waits where all is well; then each kind is counted, named and leads somewhere, for admins alone', async () => {
  expect(await kinds()).toEqual({})
  const orderId = await newOrder(parties, 'held')
  const text = 'It is not what we agreed on.'
  expectOk(
    await openDisagreement(parties.employer, { orderId, text, requestKey: newRequestKey() }),
    'disagree',
  )
  await newOrder(await newParties('pm_card_createDispute'), 'completed')
  expectOk(await syncDisputes(), 'hear of a dispute')
  await recordDifferences(false, [difference])
  const old = new Date(now().getTime() - DAY_MS)
  const late = await newOrder(parties, 'held')
  await db().payment.updateMany({
    where: { orderId: late },
    data: { captureRequestedAt: old, updatedAt: old },
  })
  const ending = await newOrder(parties, 'held')
  const captureBeforeAt = new Date(now().getTime() + DAY_MS)
  await db().payment.updateMany({ where: { orderId: ending }, data: { captureBeforeAt } })
  const { id } = await db().notification.findFirstOrThrow({ where: { orderId } })
  await db().notification.update({
    where: { id },
    data: { mailState: 'failed', mailError: '550 no such person' },
  })
  const event = { type: 'charge.updated', objectId: 'ch_1', payload: {}, state: 'dead' } as const
  await db().stripeEvent.create({
    data: {
      id: newId('sev'),
      stripeEventId: 'evt_1',
      livemode: false,
      ...event,
      lastError: 'It is not ours.',
    },
  })
  const account = await db().connectedAccount.findFirstOrThrow({
    where: { userId: parties.contractor.userId },
  })
  const payout = { amount: 500n, currency: 'usd', status: 'failed', failureCode: 'account_closed' } as const
  await db().payout.create({
    data: {
      id: newId('pyt'),
      livemode: false,
      connectedAccountId: account.id,
      stripePayoutId: 'po_1',
      ...payout,
    },
  })
  const paid = await newOrder(parties, 'completed')
  const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { orderId: paid } })
  const refund = {
    livemode: false,
    amount: 100n,
    currency: 'usd',
    reverseTransfer: true,
    refundCommission: true,
  }
  const refundIds: string[] = []
  for (const status of ['failed', 'requested'] as const) {
    const of = { paymentId, requestKey: newRequestKey(), reason: 'not_as_agreed', createdById: admin.userId }
    const { id: refundId } = await db().refund.create({
      data: { id: newId('rfd'), ...of, ...refund, status, createdAt: old },
    })
    refundIds.push(refundId)
  }
  const sent = { livemode: false, connectedAccountId: account.id, amount: 300n, currency: 'usd' }
  for (const [index, refundId] of refundIds.entries()) {
    const standing = index === 0 ? { failureCode: 'balance_insufficient' } : { createdAt: old }
    await db().retransfer.create({ data: { id: newId('rtr'), ...sent, refundId, ...standing } })
  }
  expect(await kinds()).toEqual({
    disagreement: 1,
    dispute: 1,
    discrepancy: 1,
    stuck: 3,
    failed_refund: 1,
    refused_retransfer: 1,
    failed_payout: 1,
    dead_event: 1,
    failed_mail: 1,
    hold_ending: 1,
  })
  const groups = await listAttention(admin)
  const item = (kind: string) => groups.find(one => one.kind === kind)?.items[0]
  expect(item('disagreement')).toMatchObject({ href: `/admin/orders/${orderId}#disagreement`, detail: text })
  expect(item('stuck')).toMatchObject({ detail: 'attention.capture', at: old, href: `/admin/orders/${late}` })
  expect(item('failed_refund')).toMatchObject({ href: `/admin/orders/${paid}#refunds` })
  expect(wordsIn('en').say(item('hold_ending')?.detail ?? '')).toBe('The employer chose: ask me')
  expect(item('failed_payout')).toMatchObject({ code: 'account_closed' })
  expect(item('failed_mail')).toMatchObject({ code: expect.any(String), detail: '550 no such person' })
  expect(await kinds(parties.employer)).toEqual({})
})
