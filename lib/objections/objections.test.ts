import { afterEach, beforeAll, expect, test } from 'vitest'
import { listAttention } from '../attention/queries.ts'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { recoverFromContractor } from '../recoveries/recover-from-contractor.ts'
import { recover } from '../testing/faults/recover.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newContractor, newOrder, newParties } from '../testing/marketplace.ts'
import { told } from '../testing/told.ts'
import type { Actor } from '../users/model.ts'
import { answerObjection } from './answer-objection.ts'
import type { Answer } from './model.ts'
import { objectInput } from './model.ts'
import { objectToRecovery } from './object-to-recovery.ts'
import { listObjections, listOwnRecoveries } from './queries.ts'

const TEXT = 'The work was as agreed: the photographs show it.'
let parties: Parties
let admin: Actor

afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties('pm_card_bypassPending')
  admin = await newAdmin()
})

type Taken = { orderId: string; recoveryId: string }

async function taken(instrument: 'auto' | 'receivable' = 'auto'): Promise<Taken> {
  const orderId = await newOrder(parties, 'completed')
  const terms = {
    contractorId: parties.contractor.userId,
    orderId,
    amount: '25',
    currency: 'usd',
    instrument,
  }
  const why = { reason: 'work_not_as_agreed' as const, note: 'See the photographs.' }
  const recovered = await recoverFromContractor(admin, { ...terms, ...why, requestKey: newRequestKey() })
  return { orderId, recoveryId: expectOk(recovered, 'recover').recoveryId }
}

const form = (recoveryId: string, text = TEXT) => ({ recoveryId, text, requestKey: newRequestKey() })
const object = async (recoveryId: string) =>
  expectOk(await objectToRecovery(parties.contractor, form(recoveryId)), 'object').objectionId
const answer = (objectionId: string, decision: Answer, by = admin, words = 'We have looked at it again.') =>
  answerObjection(by, { objectionId, decision, answer: words })

async function own(recoveryId: string) {
  const all = await listOwnRecoveries(parties.contractor)
  return all.find(({ recovery }) => recovery.id === recoveryId)
}

test('a contractor sees what was taken, why and by which terms, and objects once, whatever is pressed', async () => {
  const { orderId, recoveryId } = await taken()
  const { version } = await db().termsAcceptance.findFirstOrThrow({
    where: { userId: parties.contractor.userId, document: 'holdfast_contractor' },
  })
  expect(await own(recoveryId)).toMatchObject({
    recovery: { orderId, reason: 'work_not_as_agreed', note: 'See the photographs.', failureCode: null },
    orderTitle: 'A piece of work',
    consent: { version },
    objection: null,
    canObject: true,
  })
  const input = form(recoveryId)
  const sent = await Promise.all([1, 2, 3].map(() => objectToRecovery(parties.contractor, input)))
  const [first] = sent
  expect(sent).toEqual([1, 2, 3].map(() => first))
  expect(first).toMatchObject({ ok: true })
  expect(await objectToRecovery(parties.contractor, { ...input, text: `${TEXT} Again.` })).toEqual({
    ok: false,
    error: 'request_key_reused',
  })
  expect(await objectToRecovery(parties.contractor, form(recoveryId))).toEqual({
    ok: false,
    error: 'already_objected',
  })
  expect(await own(recoveryId)).toMatchObject({ objection: { text: TEXT, status: 'open' }, canObject: false })
  expect((await told(orderId)).filter(line => line.startsWith('objection'))).toEqual([
    'objection_made to ADMIN',
  ])
  expect(objectInput.safeParse({ ...input, text: 'x'.repeat(2001) }).success).toBe(false)
})

test('it is nobody else’s: neither to object, to see nor to answer', async () => {
  const { recoveryId } = await taken()
  const stranger = await newContractor()
  for (const other of [stranger, parties.employer, admin]) {
    expect(await objectToRecovery(other, form(recoveryId))).toEqual({ ok: false, error: 'not_found' })
    expect(await listOwnRecoveries(other)).toEqual([])
  }
  const objectionId = await object(recoveryId)
  for (const other of [stranger, parties.contractor, parties.employer]) {
    expect(await listObjections(other, { isOpen: true })).toEqual([])
    expect(await answer(objectionId, 'upheld', other)).toEqual({ ok: false, error: 'not_found' })
  }
  const waiting = await listAttention(admin)
  expect(waiting.find(({ kind }) => kind === 'objection')?.items.map(({ id }) => id)).toContain(objectionId)
  const [shown] = await listObjections(admin, { contractorId: parties.contractor.userId })
  expect(shown?.contractor.userId).toBe(parties.contractor.userId)
  expect((await own(recoveryId))?.objection?.status).toBe('open')
})

test('rejected, it says why, moves nothing, and is answered once', async () => {
  const { orderId, recoveryId } = await taken()
  const objectionId = await object(recoveryId)
  expect(await answer(objectionId, 'rejected')).toEqual({ ok: true })
  expect(await answer(objectionId, 'rejected')).toEqual({ ok: true })
  expect(await answer(objectionId, 'upheld')).toEqual({ ok: false, error: 'already_answered' })
  expect(await own(recoveryId)).toMatchObject({
    recovery: { status: 'succeeded' },
    objection: { status: 'rejected', answer: 'We have looked at it again.' },
  })
  expect(await told(orderId)).toContain('objection_answered to CONTRACTOR')
  expect(await listObjections(admin, { orderId })).toHaveLength(1)
})

test('upheld, the money is sent again, or is not owed any more, once, also when two admins press at once', async () => {
  const { orderId, recoveryId } = await taken()
  const objectionId = await object(recoveryId)
  const other = await newAdmin()
  const pressed = await Promise.all([answer(objectionId, 'upheld'), answer(objectionId, 'upheld', other)])
  expect(pressed.filter(({ ok }) => ok)).toHaveLength(1)
  await recover()
  expect(await db().retransfer.findMany({ where: { recoveryId } })).toMatchObject([
    { status: 'succeeded', amount: 2500n },
  ])
  expect(await own(recoveryId)).toMatchObject({
    recovery: { status: 'returned' },
    objection: { status: 'upheld' },
  })
  const open = (await listObjections(admin, { isOpen: true })).map(({ recovery }) => recovery.orderId)
  expect(open).not.toContain(orderId)

  const owed = await taken('receivable')
  await db().recovery.findUniqueOrThrow({ where: { id: owed.recoveryId } })
  expect(await answer(await object(owed.recoveryId), 'upheld')).toEqual({ ok: true })
  await recover()
  expect((await own(owed.recoveryId))?.recovery.status).toBe('returned')
})

test('what a bank has taken waits for the bank, and what is given back needs no objection', async () => {
  const { recoveryId } = await taken()
  const objectionId = await object(recoveryId)
  const row = await db().recovery.findUniqueOrThrow({ where: { id: recoveryId } })
  const dispute = await db().dispute.create({
    data: {
      id: `dsp_${recoveryId.slice(4)}`,
      livemode: false,
      paymentId: row.paymentId ?? '',
      stripeDisputeId: `du_${recoveryId}`,
      amount: 1n,
      currency: 'usd',
      reason: 'general',
      status: 'needs_response',
      isChargeRefundable: false,
      openedAt: new Date(),
    },
  })
  await db().recovery.update({ where: { id: recoveryId }, data: { disputeId: dispute.id } })
  expect(await answer(objectionId, 'upheld')).toEqual({ ok: false, error: 'of_dispute' })
  await db().recovery.update({ where: { id: recoveryId }, data: { disputeId: null } })
  await db().dispute.delete({ where: { id: dispute.id } })
  const back = await taken()
  await db().recovery.update({ where: { id: back.recoveryId }, data: { status: 'failed' } })
  expect(await objectToRecovery(parties.contractor, form(back.recoveryId))).toEqual({
    ok: false,
    error: 'nothing_taken',
  })
  await db().recovery.update({ where: { id: back.recoveryId }, data: { status: 'succeeded' } })
})
