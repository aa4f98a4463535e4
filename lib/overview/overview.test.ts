import { beforeAll, expect, test } from 'vitest'
import { now } from '../clock.ts'
import { db } from '../db.ts'
import { syncDisputes } from '../disputes/sync-disputes.ts'
import { newRequestKey } from '../ids.ts'
import { recoverFromContractor } from '../recoveries/recover-from-contractor.ts'
import { requestRefund } from '../refunds/request-refund.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newOrder, newParties } from '../testing/marketplace.ts'
import { fundPlatform } from '../testing/other-business.ts'
import { getOverview } from './get-overview.ts'
import { lastMonthOf, monthsUntil } from './model.ts'

beforeAll(async () => {
  await startLocalStripe()
})

test('the twelve months end with the one that is asked for, and never after this one', () => {
  const at = new Date('2026-11-28T23:59:59Z')
  expect(monthsUntil('2026-02')).toHaveLength(12)
  expect([monthsUntil('2026-02')[0], monthsUntil('2026-02').at(-1)]).toEqual(['2025-03', '2026-02'])
  expect(['2025-12', '2027-01', '2026-13', 'x', undefined].map(typed => lastMonthOf(typed, at))).toEqual([
    '2025-12',
    '2026-11',
    '2026-11',
    '2026-11',
    '2026-11',
  ])
})

test('what was captured, earned, refunded, disputed, held and is owed, to the cent', async () => {
  const parties = await newParties()
  // A refund that the platform’s balance does not cover would wait.
  await fundPlatform()
  const admin = await newAdmin()
  await newOrder(parties, 'held')
  await newOrder(await newParties('pm_card_createDispute'), 'completed')
  await syncDisputes()
  const orderId = await newOrder(parties, 'completed')
  const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
  const choice = { reverseTransfer: true, refundCommission: true, reason: 'duplicate', note: '' } as const
  await requestRefund(admin, { paymentId, amount: '40', requestKey: newRequestKey(), ...choice })
  const debt = { contractorId: parties.contractor.userId, orderId: null, amount: '500', currency: 'usd' }
  const why = { instrument: 'receivable', reason: 'fee_correction', note: '' } as const
  await recoverFromContractor(admin, { ...debt, ...why, requestKey: newRequestKey() })

  const month = lastMonthOf(undefined, now())
  const [usd, ...others] = await getOverview(admin, month)
  expect(others).toEqual([])
  expect(usd?.months.at(-1)).toMatchObject({
    month,
    volume: 20_000n,
    commission: 2000n - 400n,
    refunded: 4000n,
    disputed: 10_000n,
  })
  expect(usd).toMatchObject({ currency: 'usd', held: 10_000n })
  expect(usd?.receivable).toBeGreaterThan(0n)
  expect((await getOverview(admin, '2020-01'))[0]?.months.every(({ volume }) => volume === 0n)).toBe(true)
  expect(await getOverview(parties.employer, month)).toEqual([])
})
