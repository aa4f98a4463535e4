import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { arrangeContractor } from '../demo/arrange-contractor.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock, newEmployer, newOrder, newParties } from '../testing/marketplace.ts'
import { getBalance } from './queries.ts'

let stripeUrl: string
afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  stripeUrl = await startLocalStripe()
})

const DAY = 86_400

describe('a contractor’s balance', () => {
  test('shows the exact cents pending, the day they become available, and then available', async () => {
    const parties = await newParties()
    const orderId = await newOrder(parties, 'completed')
    const pending = await getBalance(parties.contractor)
    expect(pending).toMatchObject({
      ok: true,
      value: {
        parts: [{ available: { amount: 0n }, pending: { amount: 9000n, currency: 'usd' } }],
        movements: [
          {
            words: 'balance.movement_paid',
            gross: { amount: 10_000n },
            fee: { amount: 1000n },
            net: { amount: 9000n },
            isPending: true,
            order: { id: orderId },
          },
        ],
      },
    })
    const [part] = pending.ok ? pending.value.parts : []
    expect(part?.upcoming.map(({ amount }) => amount)).toEqual([9000n])
    const clock = (await (await fetch(`${stripeUrl}/_control/clock`)).json()) as { now: number }
    const waits = (part?.upcoming[0]?.on.getTime() ?? 0) / 1000 - clock.now
    expect(waits).toBeGreaterThan(0)
    expect(waits).toBeLessThanOrEqual(3 * DAY)
    await advanceClock(4 * DAY)
    expect(await getBalance(parties.contractor)).toMatchObject({
      value: { parts: [{ available: { amount: 9000n }, pending: { amount: 0n }, upcoming: [] }] },
    })
  })

  test('is empty at first, and nobody else’s', async () => {
    const person = { email: 'new@example.com', displayName: 'Nia New', password: 'a long enough one' }
    const contractor = await arrangeContractor(person)
    expect(await getBalance(contractor)).toMatchObject({ ok: true, value: { movements: [] } })
    const employer = await newEmployer()
    expect(await getBalance(employer)).toEqual({ ok: false, error: 'account_not_open' })
    expect(await getBalance({ ...employer, userId: contractor.userId })).toMatchObject({ ok: false })
  })

  test('says that Stripe is away instead of showing figures that may be wrong', async () => {
    const person = { email: 'away@example.com', displayName: 'Nia New', password: 'a long enough one' }
    const contractor = await arrangeContractor(person)
    const fault = { method: 'GET', path: '/v1/balance', kind: 'fail_before', count: 100 }
    await fetch(`${stripeUrl}/_control/faults`, { method: 'POST', body: JSON.stringify(fault) })
    expect(await getBalance(contractor)).toEqual({ ok: false, error: 'stripe_unavailable' })
    await fetch(`${stripeUrl}/_control/faults`, { method: 'DELETE' })
    expect(await getBalance(contractor)).toMatchObject({ ok: true })
  })
})
