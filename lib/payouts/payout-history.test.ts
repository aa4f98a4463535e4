import { beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import { newId } from '../ids.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newContractor, newEmployer } from '../testing/marketplace.ts'
import { listPayoutHistory } from './queries.ts'

beforeAll(async () => {
  await startLocalStripe()
})

test('all payouts are there, a page after the other, and are the contractor’s alone', async () => {
  const [contractor, other] = [await newContractor(), await newContractor()]
  const account = await db().connectedAccount.findFirstOrThrow({ where: { userId: contractor.userId } })
  const of = { livemode: false, connectedAccountId: account.id, amount: 100n, currency: 'usd' }
  const rows = Array.from({ length: 45 }, (_, index) => {
    return { id: newId('pyt'), stripePayoutId: `po_${index}`, status: 'paid' as const, ...of }
  })
  await db().payout.createMany({ data: rows })
  const seen: string[] = []
  for (let cursor: string | undefined; ; ) {
    const { payouts, nextCursor } = await listPayoutHistory(contractor, { cursor })
    seen.push(...payouts.map(({ id }) => id))
    for (const stranger of [other, await newEmployer()])
      expect(await listPayoutHistory(stranger, { cursor })).toEqual({ payouts: [], nextCursor: null })
    if (!nextCursor) break
    cursor = nextCursor
  }
  expect(seen).toEqual(rows.map(({ id }) => id).reverse())
})
