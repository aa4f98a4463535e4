import { beforeAll, expect, test } from 'vitest'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { addBankAccount } from '../onboarding/add-bank-account.ts'
import { createTestBankToken } from '../stripe/test-mode.ts'
import { expectReconciled } from '../testing/agreement.ts'
import { expectInvariants } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock, newOrder, newParties } from '../testing/marketplace.ts'
import { listPayouts } from './queries.ts'
import { requestPayout } from './request-payout.ts'
import { syncPayouts } from './sync-payouts.ts'

const DAYS = 86_400

beforeAll(() => startLocalStripe())

test('a payout keeps the bank that it went to, and is read as before, once that bank account was replaced', async () => {
  const parties = await newParties('pm_card_bypassPending')
  const { contractor } = parties
  await newOrder(parties, 'completed')
  const form = { requestKey: newRequestKey(), amount: '5', currency: 'usd' }
  expectOk(await requestPayout(contractor, form), 'pay out')
  const bankToken = expectOk(await createTestBankToken('US', 'Nia New'), 'make a token')
  expectOk(await addBankAccount(contractor, { bankToken }), 'replace the bank account')
  await advanceClock(3 * DAYS)
  expect(await syncPayouts()).toMatchObject({ ok: true })
  expect(await listPayouts(contractor)).toMatchObject([
    { status: 'paid', bankName: 'STRIPE TEST BANK', bankLast4: '6789' },
  ])
  await expectInvariants()
  await expectReconciled()
})
