import { afterEach, beforeAll, expect, test } from 'vitest'
import { now } from '../clock.ts'
import { db, transaction } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newId, newRequestKey } from '../ids.ts'
import { chooseHoldEnd } from '../orders/choose-hold-end.ts'
import { decideHolds } from '../payments/decide-holds.ts'
import { remindOfApprovals } from '../payments/remind-of-approvals.ts'
import { stripeTime } from '../stripe/clock.ts'
import { recover } from '../testing/faults/recover.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import {
  advanceClock,
  duringOutage,
  newAdmin,
  newContractor,
  newEmployer,
  newOrder,
  newParties,
} from '../testing/marketplace.ts'
import { silentDelivery } from '../testing/silent-delivery.ts'
import { told } from '../testing/told.ts'
import { untilSomebodyWaits } from '../testing/until-somebody-waits.ts'
import type { Actor } from '../users/model.ts'
import type { Decision } from './model.ts'
import { openDisagreement } from './open-disagreement.ts'
import { listDisagreements, listDisagreementsOf } from './queries.ts'
import { settleDisagreement } from './settle-disagreement.ts'
import { withdrawDisagreement } from './withdraw-disagreement.ts'

let parties: Parties
let admin: Actor
beforeAll(async () => {
  await startLocalStripe()
  ;[parties, admin] = [await newParties(), await newAdmin()]
})
afterEach(expectInvariants)

const text = 'The colour is not the one that we agreed on.'
const form = (orderId: string) => ({ orderId, text, requestKey: newRequestKey() })
const open = async (orderId: string, by = parties.employer) =>
  expectOk(await openDisagreement(by, form(orderId)), 'open').disagreementId
const settle = (disagreementId: string, orderId: string, decision: Decision, amount = '') =>
  settleDisagreement(admin, { disagreementId, orderId, decision, amount, answer: 'We looked at it closely.' })
const orderOf = (id: string) => db().order.findUniqueOrThrow({ where: { id }, include: { payments: true } })

test('one at a time, from a hold on, told to the other party and to admins, and nobody else’s business', async () => {
  const orderId = await newOrder(parties, 'delivered')
  const input = form(orderId)
  const many = await Promise.all(Array.from({ length: 5 }, () => openDisagreement(parties.contractor, input)))
  expect(new Set(many.map(one => expectOk(one, 'open').disagreementId)).size).toBe(1)
  expect(await openDisagreement(parties.employer, form(orderId))).toMatchObject({ error: 'already_open' })
  expect(await openDisagreement(parties.contractor, { ...input, text: `${text}!` })).toMatchObject({
    error: 'request_key_reused',
  })
  expect(await told(orderId)).toContain('disagreement_opened to EMPLOYER')
  expect(await told(orderId)).toContain('disagreement_opened to ADMIN')
  expect(await told(orderId)).not.toContain('disagreement_opened to CONTRACTOR')
  for (const stage of ['placed', 'canceled'] as const) {
    const early = form(await newOrder(parties, stage))
    expect(await openDisagreement(parties.employer, early)).toMatchObject({ error: 'wrong_state' })
  }
  const [seen] = await listDisagreementsOf(parties.employer, orderId)
  const id = seen?.id ?? ''
  expect(seen).toMatchObject({ text, status: 'open', isOwn: false })
  expect((await listDisagreements(admin, { isOpen: true })).disagreements.map(one => one.id)).toContain(id)
  for (const stranger of [await newEmployer(), await newContractor()]) {
    expect(await listDisagreementsOf(stranger, orderId)).toEqual([])
    expect(await openDisagreement(stranger, form(orderId))).toMatchObject({ error: 'not_found' })
  }
  const named = { disagreementId: id, orderId }
  expect(await withdrawDisagreement(parties.employer, named)).toMatchObject({ error: 'not_found' })
  expect((await listDisagreements(parties.employer, { isOpen: true })).disagreements).toEqual([])
  const answer = { ...named, decision: 'none', amount: '', answer: 'We looked at it closely.' } as const
  expect(await settleDisagreement(parties.employer, answer)).toMatchObject({ error: 'not_found' })
  expectOk(await withdrawDisagreement(parties.contractor, named), 'withdraw')
  expectOk(await withdrawDisagreement(parties.contractor, named), 'withdraw again')
  expect((await told(orderId)).filter(one => one.startsWith('disagreement_withdrawn'))).toEqual([
    'disagreement_withdrawn to EMPLOYER',
  ])
  expect(await settle(id, orderId, 'none')).toMatchObject({ error: 'already_settled' })
  await open(orderId)
})

test('an admin pays all or a part of the hold or releases it, once, whatever Stripe does meanwhile', async () => {
  const whole = await newOrder(parties, 'held')
  const id = await open(whole)
  const two = await Promise.all([settle(id, whole, 'pay'), settle(id, whole, 'release')])
  expect(two.filter(one => one.ok)).toHaveLength(1)

  const part = await newOrder(parties, 'delivered')
  const partId = await open(part)
  expect(await settle(partId, part, 'pay', '200')).toMatchObject({ error: 'amount_too_large' })
  expect(await listDisagreementsOf(admin, part)).toMatchObject([{ status: 'open', decision: null }])
  await duringOutage('fail_after', '/v1/payment_intents', async () =>
    expectOk(await settle(partId, part, 'pay', '60'), 'settle'),
  )
  await recover()
  expect(await orderOf(part)).toMatchObject({ status: 'completed', payments: [{ amountCaptured: 6_000n }] })
  const [seen] = await listDisagreementsOf(parties.contractor, part)
  expect(seen).toMatchObject({ status: 'settled', decision: 'pay', amount: 6_000n })
  expect(await told(part)).toContain('disagreement_settled to CONTRACTOR')

  const released = await newOrder(parties, 'held')
  expectOk(await settle(await open(released), released, 'release'), 'release')
  expect(await orderOf(released)).toMatchObject({ status: 'canceled' })

  const paid = await newOrder(parties, 'completed')
  const paidId = await open(paid)
  expect(await settle(paidId, paid, 'pay')).toMatchObject({ error: 'nothing_held' })
  expectOk(await settle(paidId, paid, 'none'), 'answer')
  await expectLedgerIsStripe()
})

/** An order whose delivery nobody has answered in time. */
const unanswered = () => silentDelivery(parties, -4)

test('one that is opened while the job is already deciding comes first', async () => {
  const orderId = await unanswered()
  const deciding = await transaction(async tx => {
    await tx.$queryRaw`SELECT id FROM orders WHERE id = ${orderId} FOR UPDATE`
    const job = decideHolds()
    await untilSomebodyWaits()
    const opened = { openedById: parties.employer.userId, requestKey: newRequestKey(), createdAt: now() }
    await tx.disagreement.create({ data: { id: newId('dsg'), orderId, text, ...opened } })
    return { job }
  })
  expectOk(await deciding.job, 'decide')
  expect((await orderOf(orderId)).status).toBe('delivered')
})

test('while one is open, neither silence nor the end of the hold decides', async () => {
  const [disputed, other] = [await unanswered(), await unanswered()]
  const release = await newOrder(parties, 'held')
  expectOk(await chooseHoldEnd(parties.employer, { orderId: release, holdEnd: 'release' }), 'choose')
  const [id] = [await open(disputed), await open(release)]
  await remindOfApprovals()
  expectOk(await decideHolds(), 'decide')
  expect((await orderOf(other)).status).toBe('completed')
  expect((await orderOf(disputed)).status).toBe('delivered')
  expect(await told(disputed)).not.toContain('approval_near to EMPLOYER')
  const end = (await orderOf(release)).payments[0]?.captureBeforeAt?.getTime() ?? 0
  await advanceClock(Math.round((end - expectOk(await stripeTime(), 'time').getTime()) / 1000) - 30 * 60)
  expectOk(await decideHolds(), 'decide')
  expect((await orderOf(release)).status).toBe('held')
  expectOk(
    await withdrawDisagreement(parties.employer, { disagreementId: id, orderId: disputed }),
    'withdraw',
  )
  expectOk(await decideHolds(), 'decide')
  expect((await orderOf(disputed)).status).toBe('completed')
})
