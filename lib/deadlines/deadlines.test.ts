import { beforeAll, expect, test } from 'vitest'
import { DAY_MS, now } from '../clock.ts'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { openDisagreement } from '../disagreements/open-disagreement.ts'
import { newRequestKey } from '../ids.ts'
import { makeOffer } from '../offers/make-offer.ts'
import { requestOffer } from '../offers/request-offer.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newEmployer, newOrder, newParties } from '../testing/marketplace.ts'
import { spanOf } from './model.ts'
import { listDeadlines } from './queries.ts'

let parties: Parties
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties()
})

const kindsOf = async (by = parties.employer) =>
  (await listDeadlines(by, now())).map(({ kind, href }) => `${kind} ${href}`).sort()

test('every date of an order under way is listed for both parties, nearest first, and nobody else’s', async () => {
  const { employer, contractor } = parties
  const [held, delivered] = [await newOrder(parties, 'held'), await newOrder(parties, 'delivered')]
  await newOrder(parties, 'completed')
  await db().order.update({ where: { id: held }, data: { deliveryDays: 1 } })
  const brief = 'A sundial for a wall that faces south.'
  const ask = { contractorId: contractor.userId, brief, requestKey: newRequestKey() }
  const { offerId } = expectOk(await requestOffer(employer, ask), 'ask')
  const terms = { title: 'A sundial', description: 'Engraved by hand.', deliveryDays: 20 }
  expectOk(await makeOffer(contractor, { offerId, ...terms, amount: 40_000n, currency: 'usd' }), 'offer')

  const ofOrders = [
    `approves_itself /orders/${delivered}`,
    `hold_ends /orders/${held}`,
    `hold_ends /orders/${delivered}`,
    `work_due /orders/${held}`,
  ]
  expect(await kindsOf()).toEqual([...ofOrders, `answer_offer /offers/${offerId}`].sort())
  expect(await kindsOf(contractor)).toEqual([...ofOrders, `offer_ends /offers/${offerId}`].sort())
  expect(await listDeadlines(await newEmployer(), now())).toEqual([])
  const times = (await listDeadlines(employer, now())).map(({ at }) => at.getTime())
  expect(times).toEqual(times.toSorted((a, b) => a - b))

  const form = { orderId: delivered, text: 'It is not what we agreed on.', requestKey: newRequestKey() }
  expectOk(await openDisagreement(employer, form), 'disagree')
  expect(await kindsOf()).not.toContain(`approves_itself /orders/${delivered}`)
})

test('a contractor is reminded of what Stripe wants, by the nearer of its dates', async () => {
  const { contractor } = parties
  const [soon, later] = [3, 40].map(days => Math.floor((now().getTime() + days * DAY_MS) / 1000))
  const requirements = {
    deadlineAt: later,
    future: { currentlyDue: ['individual.id_number'], deadlineAt: soon },
  }
  await db().connectedAccount.updateMany({ where: { userId: contractor.userId }, data: { requirements } })
  const [found] = (await listDeadlines(contractor, now())).filter(({ kind }) => kind === 'details_due')
  expect(found?.at.getTime()).toBe((soon ?? 0) * 1000)
})

test.each([
  [-1, 'overdue'],
  [1, 'soon'],
  [2 * DAY_MS, 'week'],
  [7 * DAY_MS, 'later'],
] as const)('%i ms from now is %s', (left, span) => {
  expect(spanOf(new Date(1_000_000_000_000 + left), new Date(1_000_000_000_000))).toBe(span)
})
