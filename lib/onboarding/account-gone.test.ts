import { beforeAll, expect, test } from 'vitest'
import { readSides } from '../corrections/read-sides.ts'
import { db } from '../db.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newId } from '../ids.ts'
import { getBalance } from '../payouts/queries.ts'
import { syncPayouts } from '../payouts/sync-payouts.ts'
import { reconcile } from '../reconciliation/reconcile.ts'
import { deleteAtStripe, doAtStripe } from '../testing/faults/at-stripe.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newOrder, newParties } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { catchUp } from '../webhooks/catch-up.ts'
import { processEvent } from '../webhooks/process-event.ts'
import { canBePaid, getOnboarding } from './queries.ts'

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

  expect(await getOnboarding(first.contractor)).toMatchObject({
    ...{ standing: 'blocked', blocked: 'requirements.stripeClosed', fresh: true },
    ...{ chargesEnabled: false, payoutsEnabled: false, payable: false },
  })
  expect(await Promise.all([first, second].map(({ contractor }) => canBePaid(contractor)))).toEqual([
    false,
    true,
  ])
  expect(await getBalance(first.contractor)).toEqual({ ok: false, error: 'account_gone' })
  expect(await getBalance(second.contractor)).toMatchObject({ ok: true })

  const left = { kind: 'other_balance', account: gone, ledgerAmount: 9000n, stripeAmount: 0n }
  expect(expectOk(await reconcile(), 'compare')).toMatchObject([left])
  const row = await db().discrepancy.findFirstOrThrow({ where: { resolvedAt: null } })
  expect(expectOk(await readSides(row), 'read both sides')).toMatchObject({ ledger: 9000n, stripe: 0n })
})

test('an account that Stripe says it has left is looked at, and found gone', async () => {
  const { contractor } = await newParties()
  const account = await accountOf(contractor)
  await deleteAtStripe(`accounts/${account}`)
  expect(await canBePaid(contractor)).toBe(true)
  const id = newId('sev')
  const type = 'account.application.deauthorized'
  const event = { stripeEventId: 'evt_left', livemode: false, type, objectId: 'ca_1', account, payload: {} }
  await db().stripeEvent.create({ data: { id, ...event } })
  expectOk(await processEvent(id), 'handle the event')
  expect(await db().stripeEvent.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'handled' })
  expect(await canBePaid(contractor)).toBe(false)
})
