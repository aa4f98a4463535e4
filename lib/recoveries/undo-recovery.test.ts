import { afterEach, beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { objectToRecovery } from '../objections/object-to-recovery.ts'
import { resumeRetransfer } from '../retransfers/resume-retransfer.ts'
import { expectInvariants } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newOrder, newParties } from '../testing/marketplace.ts'
import { fundPlatform } from '../testing/other-business.ts'
import type { Actor } from '../users/model.ts'
import { listRecoveries } from './queries.ts'
import { recoverFromContractor } from './recover-from-contractor.ts'
import { undoRecovery } from './undo-recovery.ts'

let parties: Parties
let finance: Actor
afterEach(expectInvariants)
beforeAll(async () => {
  await startLocalStripe()
  await fundPlatform()
  parties = await newParties('pm_card_bypassPending')
  finance = await newAdmin('finance')
})

async function recovered(amount: string) {
  const orderId = await newOrder(parties, 'completed')
  const terms = { contractorId: parties.contractor.userId, orderId, amount, currency: 'usd' } as const
  const why = { instrument: 'auto', reason: 'fee_correction', note: '' } as const
  const made = await recoverFromContractor(finance, { ...terms, ...why, requestKey: newRequestKey() })
  return expectOk(made, 'recover').recoveryId
}

const reason = 'Taken from the wrong order.'
const seen = async (recoveryId: string) => {
  const all = await listRecoveries(finance, { contractorId: parties.contractor.userId })
  const { status, isReturnable } = all.find(({ id }) => id === recoveryId) ?? {}
  return { status, isReturnable }
}
const refused = (error: string) => ({ ok: false, error })

test('what was taken by mistake is sent again, once, with the reason in the audit log', async () => {
  const recoveryId = await recovered('20')
  expect(await seen(recoveryId)).toEqual({ status: 'succeeded', isReturnable: true })
  for (const actor of [await newAdmin('support'), parties.contractor, parties.employer])
    expect(await undoRecovery(actor, { recoveryId, reason })).toEqual(refused('not_found'))
  const twice = await Promise.all([
    undoRecovery(finance, { recoveryId, reason }),
    undoRecovery(finance, { recoveryId, reason }),
  ])
  expect(twice).toEqual([{ ok: true }, { ok: true }])
  const retransfers = await db().retransfer.findMany({ where: { recoveryId } })
  expect(retransfers).toMatchObject([{ amount: 2000n }])
  expect(await resumeRetransfer(retransfers[0]?.id ?? '')).toEqual({ ok: true, value: 'succeeded' })
  expect(await seen(recoveryId)).toEqual({ status: 'returned', isReturnable: false })
  expect(await undoRecovery(finance, { recoveryId, reason })).toEqual({ ok: true })
  const audit = await db().auditEvent.findMany({ where: { subjectId: recoveryId, action: 'recovery.undo' } })
  expect(audit).toMatchObject([{ before: { status: 'succeeded' }, after: { reason } }])
})

test('a debt is forgiven for what is still owed, and an objection is answered in its own place', async () => {
  const owed = await recovered('500')
  expect(await seen(owed)).toEqual({ status: 'owed', isReturnable: true })
  expect(await undoRecovery(finance, { recoveryId: owed, reason })).toEqual({ ok: true })
  expect(await seen(owed)).toEqual({ status: 'returned', isReturnable: false })
  for (const { id } of await db().retransfer.findMany({ where: { recoveryId: owed } }))
    expect(await resumeRetransfer(id)).toEqual({ ok: true, value: 'succeeded' })

  const recoveryId = await recovered('5')
  const text = 'The fee was what we had agreed on.'
  expectOk(
    await objectToRecovery(parties.contractor, { recoveryId, text, requestKey: newRequestKey() }),
    'object',
  )
  expect(await undoRecovery(finance, { recoveryId, reason })).toEqual(refused('objection_open'))
  await db().recovery.update({ where: { id: recoveryId }, data: { livemode: false, status: 'succeeded' } })
  expect(await undoRecovery(finance, { recoveryId: 'rcv_none', reason })).toEqual(refused('not_found'))
})
