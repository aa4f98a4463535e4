import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { DEMO_ORIGIN } from '../demo/expect-ok.ts'
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../demo/people.ts'
import { expectInvariants } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newOrder, newParties } from '../testing/marketplace.ts'
import { createAdmin } from '../users/create-admin.ts'
import { moveClock } from './move-clock.ts'
import { getStory } from './queries.ts'
import { signInAs } from './sign-in-as.ts'

let parties: Parties

afterEach(expectInvariants)
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties()
})

describe('the local Stripe’s clock', () => {
  test('moves by a step, and to the end of the hold that ends next, which ends by that', async () => {
    expect(await moveClock({ step: 'next_hold' })).toEqual({ ok: false, error: 'no_hold' })
    const before = (await getStory())?.stripeNow?.getTime() ?? 0
    const moved = await moveClock({ step: 'day' })
    expect(moved).toMatchObject({ ok: true, value: { happened: 0 } })
    const orderId = await newOrder(parties, 'held')
    const story = await getStory()
    expect((story?.stripeNow?.getTime() ?? 0) - before).toBeGreaterThanOrEqual(86_400_000)
    const { captureBeforeAt } = await db().payment.findFirstOrThrow({ where: { orderId } })
    expect(story?.nextHoldEnd).toEqual(captureBeforeAt)
    const ended = await moveClock({ step: 'next_hold' })
    expect(ended.ok && ended.value.stripeNow > (captureBeforeAt ?? 0)).toBe(true)
    expect(story?.events[0]?.order.title).toBe('A piece of work')
  })
})

describe('the people of the demo', () => {
  test('are signed in by their published password, while they have it', async () => {
    expect(await signInAs(DEMO_ORIGIN, { person: 'alex' })).toMatchObject({ error: 'nobody' })
    await createAdmin({ ...DEMO_PEOPLE.alex, password: DEMO_PASSWORD })
    expect(await signInAs(DEMO_ORIGIN, { person: 'alex' })).toMatchObject({
      ok: true,
      value: { role: 'ADMIN' },
    })
    expect(await signInAs(DEMO_ORIGIN, { person: 'toString' })).toMatchObject({ error: 'nobody' })
  })
})
