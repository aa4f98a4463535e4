import { expect, test } from 'vitest'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newEmployer } from '../testing/marketplace.ts'
import { listDiscrepancies } from './queries.ts'
import { recordDifferences } from './record-differences.ts'

const difference = {
  kind: 'other_amount',
  subject: 'ch_1',
  account: '',
  currency: 'usd',
  ledgerAmount: 100n,
  stripeAmount: 101n,
} as const

test('a difference that is gone is no longer there, and is remembered, for admins alone', async () => {
  await startLocalStripe()
  const [admin, employer] = [await newAdmin(), await newEmployer()]
  await recordDifferences(false, [difference])
  const there = await listDiscrepancies(admin, { isOpen: true })
  expect((await listDiscrepancies(employer, { isOpen: true })).discrepancies).toEqual([])
  expect(there.discrepancies).toMatchObject([{ ...difference, resolvedAt: null }])
  await recordDifferences(false, [])
  expect((await listDiscrepancies(admin, { isOpen: true })).discrepancies).toEqual([])
  expect((await listDiscrepancies(admin, { isOpen: false })).discrepancies[0]?.resolvedAt).not.toBeNull()
})
