import { afterEach, beforeAll, expect, test } from 'vitest'
import { now } from '../clock.ts'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { newRequestKey } from '../ids.ts'
import { requestRefund } from '../refunds/request-refund.ts'
import { resumeRefund } from '../refunds/resume-refund.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { duringOutage, newAdmin, newOrder, newParties } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { decideApproval, withdrawApproval } from './decide-approval.ts'
import { listApprovals } from './queries.ts'
import { recoverOrAsk } from './recover-or-ask.ts'
import { refundOrAsk } from './refund-or-ask.ts'

// Before the environment is first read: of an order of $100.00 one admin may move $60.00 alone, and support $20.00.
Object.assign(process.env, { ONE_ADMIN_MAX: 'usd:6000', SUPPORT_REFUND_MAX: 'usd:2000' })

let parties: Parties
let [asker, second, third, support] = [] as unknown as [Actor, Actor, Actor, Actor]

afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties('pm_card_bypassPending')
  ;[asker, second, third] = [await newAdmin('finance'), await newAdmin('finance'), await newAdmin()]
  support = await newAdmin('support')
})

async function paymentOf(): Promise<{ paymentId: string; orderId: string }> {
  const orderId = await newOrder(parties, 'completed')
  const { id } = await db().payment.findFirstOrThrow({ where: { orderId } })
  return { paymentId: id, orderId }
}

const refundForm = (paymentId: string, amount: string) => {
  const choice = { reverseTransfer: true, refundCommission: true, reason: 'not_as_agreed', note: '' } as const
  return { paymentId, amount, requestKey: newRequestKey(), ...choice }
}

async function asked(amount = '100', by = asker): Promise<{ approvalId: string; paymentId: string }> {
  const { paymentId } = await paymentOf()
  const done = await refundOrAsk(by, refundForm(paymentId, amount))
  if (!done.ok || !('approvalId' in done.value)) throw new Error(`not asked for: ${JSON.stringify(done)}`)
  return { ...done.value, paymentId }
}

const approve = (by: Actor, approvalId: string) =>
  decideApproval(by, { approvalId, decision: 'approve', answer: '' })
const decline = (by: Actor, approvalId: string) =>
  decideApproval(by, { approvalId, decision: 'decline', answer: 'Not by us.' })
const statusOf = async (id: string) => (await db().approval.findUniqueOrThrow({ where: { id } })).status
const refundsOf = async (paymentId: string) =>
  (await db().refund.findMany({ where: { paymentId }, orderBy: { id: 'asc' } })).map(
    ({ amount, status }) => `${amount} ${status}`,
  )
const refused = (error: string) => ({ ok: false, error })

test('up to the limit it is done alone, also in parts; beyond it nothing moves until another admin approves', async () => {
  const { paymentId } = await paymentOf()
  expect(await refundOrAsk(asker, refundForm(paymentId, '35'))).toMatchObject({
    value: { refundId: /^rfd_/ },
  })
  const form = refundForm(paymentId, '30')
  expect(await requestRefund(asker, form)).toEqual(refused('needs_second'))
  const sent = await Promise.all([refundOrAsk(asker, form), refundOrAsk(asker, form)])
  const [first] = sent
  expect(sent[1]).toEqual(first)
  if (!first.ok || !('approvalId' in first.value)) throw new Error('not asked for')
  const { approvalId } = first.value
  expect(await refundOrAsk(asker, { ...form, amount: '31' })).toEqual(refused('request_key_reused'))
  expect(await refundsOf(paymentId)).toEqual(['3500 succeeded'])

  expect(await approve(asker, approvalId)).toEqual(refused('own_request'))
  expect(await approve(support, approvalId)).toEqual(refused('not_found'))
  expect(await approve(parties.employer, approvalId)).toEqual(refused('not_found'))
  const [shown] = await listApprovals(second, {})
  expect(shown).toMatchObject({
    kind: 'refund',
    isOwn: false,
    facts: { employer: 3000n, contractor: -2700n },
  })
  expect(await approve(second, approvalId)).toMatchObject({ ok: true })
  expect(await refundsOf(paymentId)).toEqual(['3500 succeeded', '3000 succeeded'])
  const made = await db().refund.findFirstOrThrow({ where: { requestKey: approvalId } })
  expect(made).toMatchObject({ createdById: asker.userId })
  expect(await approve(second, approvalId)).toEqual({ ok: true, value: { refundId: made.id } })
  expect(await approve(third, approvalId)).toEqual(refused('already_decided'))
  expect(await refundsOf(paymentId)).toHaveLength(2)
  const audited = await db().auditEvent.findMany({ where: { subjectId: approvalId }, orderBy: { id: 'asc' } })
  expect(audited.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['approval.request', asker.userId],
    ['approval.approved', second.userId],
  ])
})

test('support asks beyond its own limit, and finance decides', async () => {
  const { paymentId } = await paymentOf()
  expect(await refundOrAsk(support, refundForm(paymentId, '20'))).toMatchObject({
    value: { refundId: /^rfd_/ },
  })
  const done = await refundOrAsk(support, refundForm(paymentId, '1'))
  expect(done).toMatchObject({ ok: true, value: { approvalId: expect.stringMatching(/^apr_/) } })
  const { approvalId } = await asked('21', support)
  expect(await approve(second, approvalId)).toMatchObject({ ok: true })
})

test('two who approve at once, and one who approves while another declines, are one decision', async () => {
  const { approvalId, paymentId } = await asked()
  const both = await Promise.all([approve(second, approvalId), approve(third, approvalId)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toEqual(refused('already_decided'))
  expect(await refundsOf(paymentId)).toEqual(['10000 succeeded'])

  const other = await asked()
  const mixed = await Promise.all([approve(second, other.approvalId), decline(third, other.approvalId)])
  expect(mixed.filter(({ ok }) => ok)).toHaveLength(1)
  const status = await statusOf(other.approvalId)
  expect(await refundsOf(other.paymentId)).toEqual(status === 'approved' ? ['10000 succeeded'] : [])

  const twice = await asked()
  await Promise.all([approve(second, twice.approvalId), approve(second, twice.approvalId)])
  expect(await refundsOf(twice.paymentId)).toEqual(['10000 succeeded'])
})

test('what has expired, was taken back or declined cannot be approved', async () => {
  const [late, back, not] = [await asked(), await asked(), await asked()]
  await db().approval.update({ where: { id: late.approvalId }, data: { expiresAt: now() } })
  expect(await approve(second, late.approvalId)).toEqual(refused('expired'))
  expect(await withdrawApproval(second, back)).toEqual(refused('not_found'))
  expect(await withdrawApproval(asker, back)).toEqual({ ok: true })
  expect(await approve(second, back.approvalId)).toEqual(refused('already_decided'))
  expect(await decline(second, not.approvalId)).toEqual({ ok: true, value: { declined: true } })
  expect(await approve(second, not.approvalId)).toEqual(refused('already_decided'))
  for (const { paymentId } of [late, back, not]) expect(await refundsOf(paymentId)).toEqual([])
  const over = await listApprovals(asker, { isOver: true })
  expect(over.slice(0, 3).map(({ status }) => status)).toEqual(['declined', 'withdrawn', 'expired'])
})

test('when other amounts would move than were shown, nothing does, and it has to be asked for again', async () => {
  const { paymentId } = await paymentOf()
  const done = await refundOrAsk(asker, refundForm(paymentId, '70'))
  const approvalId = done.ok && 'approvalId' in done.value ? done.value.approvalId : ''
  expect(await refundOrAsk(third, refundForm(paymentId, '35'))).toMatchObject({ ok: true })
  expect(await approve(second, approvalId)).toEqual(refused('facts_changed'))
  expect(await statusOf(approvalId)).toBe('outdated')
  expect(await refundsOf(paymentId)).toEqual(['3500 succeeded'])
})

test('an outage at the approval leaves one refund, which the job takes to its end', async () => {
  const { approvalId, paymentId } = await asked()
  await duringOutage('fail_after', '/v1/refunds', async () => {
    expect(await approve(second, approvalId)).toEqual(refused('processing'))
  })
  const { id } = await db().refund.findFirstOrThrow({ where: { requestKey: approvalId } })
  await resumeRefund(id)
  expect(await approve(second, approvalId)).toEqual({ ok: true, value: { refundId: id } })
  expect(await refundsOf(paymentId)).toEqual(['10000 succeeded'])
})

test('a recovery beyond the limit, also in parts of a day, is asked for, and approved by its own rules', async () => {
  const { orderId } = await paymentOf()
  const form = (amount: string) => {
    const of = { contractorId: parties.contractor.userId, orderId, amount, currency: 'usd', note: '' }
    const how = { instrument: 'transfer_reversal', reason: 'fee_correction' } as const
    return { ...of, ...how, requestKey: newRequestKey() }
  }
  expect(await recoverOrAsk(asker, form('40'))).toMatchObject({ ok: true })
  const ask = async (amount: string) => {
    const done = await recoverOrAsk(asker, form(amount))
    if (!done.ok || !('approvalId' in done.value)) throw new Error(`not asked for: ${JSON.stringify(done)}`)
    return done.value.approvalId
  }
  const [first, later] = [await ask('30'), await ask('25')]
  expect(await approve(asker, first)).toEqual(refused('own_request'))
  const both = await Promise.all([approve(second, first), approve(third, first)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  // Less is left of the transfer than was shown to whoever asked.
  expect(await approve(second, later)).toEqual(refused('facts_changed'))
  const rows = await db().recovery.findMany({ where: { orderId }, orderBy: { id: 'asc' } })
  expect(rows.map(({ amount, status }) => [amount, status])).toEqual([
    [4000n, 'succeeded'],
    [3000n, 'succeeded'],
  ])
  expect(await recoverOrAsk(support, form('1'))).toEqual(refused('not_found'))
})

test('the database itself refuses that whoever asked approves', async () => {
  const { approvalId } = await asked()
  const self = { status: 'approved', decidedById: asker.userId, decidedAt: now() } as const
  await expect(db().approval.update({ where: { id: approvalId }, data: self })).rejects.toThrow(/approvals_/)
})
