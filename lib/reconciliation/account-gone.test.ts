import { beforeAll, expect, test } from 'vitest'
import { readSides } from '../corrections/read-sides.ts'
import { db } from '../db.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { syncPayouts } from '../payouts/sync-payouts.ts'
import { deleteAtStripe, doAtStripe } from '../testing/faults/at-stripe.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newOrder, newParties } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { catchUp } from '../webhooks/catch-up.ts'
import { reconcile } from './reconcile.ts'

beforeAll(() => startLocalStripe())

const accountOf = async ({ userId }: Actor) =>
  (await db().connectedAccount.findFirstOrThrow({ where: { userId } })).stripeAccountId ?? ''

test('an account that Stripe deleted keeps nobody else from being caught up on and compared', async () => {
  const first = await newParties('pm_card_bypassPending')
  const second = await newParties('pm_card_bypassPending')
  for (const parties of [first, second]) await newOrder(parties, 'completed')
  const [gone, stays] = [await accountOf(first.contractor), await accountOf(second.contractor)]
  expect(expectOk(await reconcile(), 'compare')).toEqual([])
  // Stripe deletes only an account that has nothing left, and of what left it in the last moment nobody was told.
  await doAtStripe('payouts', { amount: '9000', currency: 'usd' }, gone)
  await deleteAtStripe(`accounts/${gone}`)
  const made = await doAtStripe<{ id: string }>('payouts', { amount: '500', currency: 'usd' }, stays)

  expectOk(await catchUp(), 'catch up')
  const events = await db().stripeEvent.findMany({ where: { objectId: made.id } })
  expect(events.map(event => event.account)).toContain(stays)
  expect(expectOk(await syncPayouts(), 'read payouts')).toBe(1)

  const left = { kind: 'other_balance', account: gone, ledgerAmount: 9000n, stripeAmount: 0n }
  expect(expectOk(await reconcile(), 'compare')).toMatchObject([left])
  const row = await db().discrepancy.findFirstOrThrow({ where: { resolvedAt: null } })
  expect(expectOk(await readSides(row), 'read both sides')).toMatchObject({ ledger: 9000n, stripe: 0n })
})
