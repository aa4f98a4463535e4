import { afterEach, beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { collectReceivable } from '../recoveries/collect-receivable.ts'
import { listDebts } from '../recoveries/queries.ts'
import { recoverFromContractor } from '../recoveries/recover-from-contractor.ts'
import { retrieveBalance } from '../stripe/balance.ts'
import { expectAgreement } from '../testing/agreement.ts'
import {
  answerDispute,
  type DisputeCast,
  disputeStanding,
  newDispute,
  newDisputeCast,
} from '../testing/disputes.ts'
import { doAtStripe } from '../testing/faults/at-stripe.ts'
import { recover } from '../testing/faults/recover.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock, duringOutage, newAdmin, newOrder } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { syncDispute } from './sync-dispute.ts'

// Disputes that are heard of when the contractor has spent the money.

const DAY = 24 * 3600

// One admin takes more here than one may by default: what a second one approves is tested where approvals are.
Object.assign(process.env, { ONE_ADMIN_MAX: 'usd:999999999' })

let cast: DisputeCast
let admin: Actor

afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  await startLocalStripe()
  cast = await newDisputeCast()
  admin = await newAdmin()
})

/** Takes all that the contractor has, but for an amount, in minor units. */
async function leave(rest: bigint): Promise<void> {
  await advanceClock(3 * DAY)
  const { userId } = cast.disputing.contractor
  const { stripeAccountId } = await db().connectedAccount.findFirstOrThrow({ where: { userId } })
  const balance = expectOk(await retrieveBalance(stripeAccountId ?? ''), 'read a balance')
  const amount = String(Number((balance[0]?.available ?? 0n) - rest) / 100)
  const form = { contractorId: userId, orderId: null, requestKey: newRequestKey(), note: '' }
  const terms = { amount, currency: 'usd', instrument: 'account_debit', reason: 'fee_correction' } as const
  expectOk(await recoverFromContractor(admin, { ...form, ...terms }), 'debit')
}

const debts = () => listDebts(cast.disputing.contractor, cast.disputing.contractor.userId)

test('what the balance does not cover is owed, and forgiven when the dispute is won', async () => {
  const { orderId, disputeId } = await newDispute(cast.disputing)
  await leave(2000n)
  await syncDispute(disputeId)
  await recover()
  expect(await disputeStanding(disputeId)).toBe('needs_response: 10000 out, 0 in; owed 2000 of 9000')
  expect(await debts()).toEqual([{ amount: 7000n, currency: 'usd' }])
  await answerDispute(disputeId, 'winning_evidence')
  await syncDispute(disputeId)
  await recover()
  expect(await disputeStanding(disputeId)).toBe(
    'won: 10000 out, 10000 in; returned 2000 of 9000, succeeded 2000',
  )
  expect(await debts()).toEqual([])
  const history = await db().orderEvent.findMany({ where: { orderId }, orderBy: { id: 'asc' } })
  expect(history.map(({ kind }) => kind).slice(-7)).toEqual([
    ...['dispute_withdrawn', 'recovery_owed', 'receivable_collected'],
    ...['dispute_won', 'dispute_reinstated', 'receivable_forgiven', 'recovery_returned'],
  ])
  await expectAgreement(admin, orderId)
})

test('what is under way when the dispute is won goes back when it has arrived', async () => {
  const { orderId, disputeId } = await newDispute(cast.disputing)
  await leave(1000n)
  await syncDispute(disputeId)
  await recover()
  await doAtStripe(`disputes/${disputeId}`, { 'evidence[uncategorized_text]': 'winning_evidence' })
  await newOrder(cast.honest, 'completed')
  const { id } = await db().recovery.findFirstOrThrow({ where: { orderId } })
  const collect = () => collectReceivable(id)
  expect((await duringOutage('fail_after', '/v1/transfers/:id/reversals', collect)).ok).toBe(false)
  await advanceClock(2)
  await syncDispute(disputeId)
  expect(await disputeStanding(disputeId)).toBe('won: 10000 out, 10000 in; owed 1000 of 9000')
  await recover()
  expect(await disputeStanding(disputeId)).toBe(
    'won: 10000 out, 10000 in; returned 9000 of 9000, succeeded 9000',
  )
  await expectAgreement(admin, orderId)
})
