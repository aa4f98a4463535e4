import { expect } from 'vitest'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { ledgerBalances } from '../ledger/balances.ts'
import { checkInvariants } from '../ledger/invariants.ts'
import { retrieveBalance } from '../stripe/balance.ts'

/** Fails the test when money is not as it must be after it. For `afterEach` of every test that moves money. */
export async function expectInvariants(): Promise<void> {
  const results = await checkInvariants(env().stripe.livemode)
  expect(results.filter(({ breaches }) => breaches.length > 0)).toEqual([])
}

/** Fails the test when Stripe keeps another amount for a contractor than the ledger says. For accounts that only our own operations touched. */
export async function expectLedgerIsStripe(): Promise<void> {
  const kept = (await ledgerBalances(false)).filter(({ kind }) => kind === 'contractor_balance')
  for (const { party, currency, balance } of kept) {
    const { stripeAccountId } = await db().connectedAccount.findUniqueOrThrow({ where: { id: party } })
    const lines = await retrieveBalance(stripeAccountId ?? '')
    const line = lines.ok && lines.value.find(one => one.currency === currency)
    expect(line && line.available + line.pending, `what Stripe keeps for ${party}`).toBe(balance)
  }
}
