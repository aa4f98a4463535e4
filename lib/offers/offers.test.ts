import { beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newContractor, newEmployer } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { acceptOffer } from './accept-offer.ts'
import { declineOffer } from './decline-offer.ts'
import { makeOffer } from './make-offer.ts'
import { getOffer, listOffers } from './queries.ts'
import { reopenOffer } from './reopen-offer.ts'
import { requestOffer } from './request-offer.ts'

let employer: Actor
let contractor: Actor
let stranger: Actor
beforeAll(async () => {
  await startLocalStripe()
  ;[employer, contractor, stranger] = [await newEmployer(), await newContractor(), await newEmployer()]
})

const brief = 'A sundial for a wall that faces south.'
const ask = (by = employer, requestKey = newRequestKey()) =>
  requestOffer(by, { contractorId: contractor.userId, brief, requestKey })
const asked = async () => expectOk(await ask(), 'ask').offerId

const terms = {
  title: 'A sundial of slate',
  description: 'Engraved by hand.',
  amount: 40_000n,
  currency: 'usd' as const,
  deliveryDays: 20,
}
const offer = async (offerId: string, amount = terms.amount) =>
  expectOk(await makeOffer(contractor, { offerId, ...terms, amount }), 'offer')
const versionOf = async (offerId: string) =>
  (await getOffer(employer, offerId))?.terms?.offeredAt.toISOString() ?? ''
const kinds = async (recipientId: string) => {
  const rows = await db().notification.findMany({ where: { recipientId }, orderBy: { id: 'asc' } })
  return rows.map(({ kind }) => kind).filter(kind => kind.startsWith('offer_'))
}

test('asking, offering and accepting is one order at the price that was read, however often each is pressed', async () => {
  const key = newRequestKey()
  const requests = await Promise.all([1, 2, 3].map(() => ask(employer, key)))
  const { offerId } = expectOk(requests[0] as (typeof requests)[0], 'ask')
  expect(requests).toEqual(Array(3).fill({ ok: true, value: { offerId } }))
  await offer(offerId)
  const version = await versionOf(offerId)
  const accepted = await Promise.all(
    Array.from({ length: 8 }, () => acceptOffer(employer, { offerId, version })),
  )
  const { orderId } = expectOk(accepted.find(result => result.ok) as (typeof accepted)[0], 'accept')
  expect(new Set(accepted.map(result => (result.ok ? result.value.orderId : result.error)))).toEqual(
    new Set([orderId]),
  )
  const orders = await db().order.findMany({ where: { employerId: employer.userId } })
  expect(orders).toMatchObject([
    { id: orderId, amount: 40_000n, title: 'A sundial of slate', deliveryDays: 20 },
  ])
  expect(await kinds(contractor.userId)).toEqual(['offer_requested', 'offer_accepted'])
  expect(await kinds(employer.userId)).toEqual(['offer_made'])
  expect(await makeOffer(contractor, { offerId, ...terms, amount: 90_000n })).toEqual({
    ok: false,
    error: 'wrong_state',
  })
})

test('an offer that was changed since it was read is not accepted, and of a race there is one winner', async () => {
  const offerId = await asked()
  await offer(offerId)
  const old = await versionOf(offerId)
  await offer(offerId, 55_000n)
  expect(await acceptOffer(employer, { offerId, version: old })).toEqual({ ok: false, error: 'changed' })
  const version = await versionOf(offerId)
  const [accepted, declined, changed] = await Promise.all([
    acceptOffer(employer, { offerId, version }),
    declineOffer(contractor, { offerId }),
    makeOffer(contractor, { offerId, ...terms, amount: 99_000n }),
  ])
  const after = await getOffer(employer, offerId)
  expect(accepted.ok).not.toBe(declined.ok)
  expect(after?.status).toBe(accepted.ok ? 'accepted' : 'declined')
  const order = after?.orderId && (await db().order.findUnique({ where: { id: after.orderId } }))
  if (order) expect(order.amount).toBe(55_000n)
  if (changed.ok && !declined.ok) expect(after?.terms?.amount).toBe(99_000n)
})

test('what a crash left between accepting and ordering is finished by pressing again', async () => {
  const offerId = await asked()
  await offer(offerId)
  const version = await versionOf(offerId)
  await db().offer.update({ where: { id: offerId }, data: { status: 'accepted' } })
  const { orderId } = expectOk(await acceptOffer(employer, { offerId, version }), 'accept')
  expect(await getOffer(employer, offerId)).toMatchObject({ status: 'accepted', orderId })
})

test('an offer ends, is nobody else’s, and waits while its contractor cannot be paid', async () => {
  const offerId = await asked()
  await offer(offerId)
  const version = await versionOf(offerId)
  for (const refused of [
    await acceptOffer(stranger, { offerId, version }),
    await acceptOffer(contractor, { offerId, version }),
    await declineOffer(stranger, { offerId }),
    await makeOffer(employer, { offerId, ...terms }),
  ])
    expect(refused).toEqual({ ok: false, error: 'not_found' })
  expect(await getOffer(stranger, offerId)).toBeNull()
  expect((await listOffers(stranger, undefined)).offers).toEqual([])

  const account = { userId: contractor.userId, livemode: false }
  await db().connectedAccount.updateMany({ where: account, data: { payoutsEnabled: false } })
  expect(await acceptOffer(employer, { offerId, version })).toEqual({ ok: false, error: 'not_payable' })
  await db().connectedAccount.updateMany({ where: account, data: { payoutsEnabled: true } })
  await db().offer.update({ where: { id: offerId }, data: { expiresAt: new Date(Date.now() - 1000) } })
  expect((await getOffer(employer, offerId))?.status).toBe('ended')
  expect(await acceptOffer(employer, { offerId, version })).toEqual({ ok: false, error: 'wrong_state' })
  await offer(offerId)
  expectOk(await acceptOffer(employer, { offerId, version: await versionOf(offerId) }), 'accept')
})

test('whoever declined takes that back as long as the offer would stand, and each of it is told once', async () => {
  const offerId = await asked()
  await offer(offerId)
  const before = await getOffer(employer, offerId)
  const toldBefore = (await kinds(contractor.userId)).length
  for (let time = 0; time < 2; time++) {
    expectOk(await declineOffer(employer, { offerId }), 'decline')
    expect(await reopenOffer(contractor, { offerId })).toEqual({ ok: false, error: 'too_late_to_reopen' })
    expect(await reopenOffer(stranger, { offerId })).toEqual({ ok: false, error: 'not_found' })
    const often = await Promise.all([1, 2, 3].map(() => reopenOffer(employer, { offerId })))
    expect(often).toEqual(Array(3).fill({ ok: true, value: { offerId } }))
    expect(await getOffer(employer, offerId)).toEqual(before)
  }
  expect((await kinds(contractor.userId)).slice(toldBefore)).toEqual(
    [1, 2].flatMap(() => ['offer_declined', 'offer_reopened']),
  )

  expectOk(await declineOffer(employer, { offerId }), 'decline')
  await db().offer.update({ where: { id: offerId }, data: { expiresAt: new Date(Date.now() - 1000) } })
  expect(await reopenOffer(employer, { offerId })).toEqual({ ok: false, error: 'too_late_to_reopen' })

  const unanswered = await asked()
  expectOk(await declineOffer(contractor, { offerId: unanswered }), 'decline')
  expectOk(await reopenOffer(contractor, { offerId: unanswered }), 'reopen')
  expect((await getOffer(employer, unanswered))?.status).toBe('requested')
})

test('one employer leaves at most five questions open', async () => {
  const told = []
  for (let count = 0; count < 6; count++) told.push(await ask(stranger))
  expect(told.map(result => result.ok)).toEqual([true, true, true, true, true, false])
})
