import { afterEach, beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { reconcile } from '../reconciliation/reconcile.ts'
import { doAtStripe } from '../testing/faults/at-stripe.ts'
import { expectInvariants } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newOrder, newParties } from '../testing/marketplace.ts'
import { fundPlatform } from '../testing/other-business.ts'
import type { Actor } from '../users/model.ts'
import { correct } from './correct.ts'
import { decideCorrection } from './decide-correction.ts'
import { correctionsOf } from './queries.ts'

let parties: Parties
let finance: Actor
let owner: Actor

afterEach(expectInvariants)
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties('pm_card_bypassPending')
  ;[finance, owner] = [await newAdmin('finance'), await newAdmin()]
})

/** The differences that reconciliation finds now, as the form would send them. */
async function found() {
  expectOk(await reconcile(), 'reconcile')
  const rows = await db().discrepancy.findMany({ where: { resolvedAt: null }, orderBy: { id: 'asc' } })
  return rows.map(({ id: discrepancyId, ledgerAmount, stripeAmount }) => ({
    ...{ discrepancyId, ledgerAmount, stripeAmount, reason: 'Made by hand in the dashboard.' },
  }))
}

test('money that came to the platform past us is posted once, with a reason, and nothing differs any more', async () => {
  await fundPlatform(40_000n)
  const [wish, ...others] = await found()
  if (!wish) throw new Error('no difference')
  expect(others).toEqual([])
  expect(await correct(await newAdmin('support'), wish)).toEqual({ ok: false, error: 'not_found' })
  expect(await correct(finance, { ...wish, stripeAmount: wish.stripeAmount + 1n })).toEqual({
    ok: false,
    error: 'facts_changed',
  })
  const both = await Promise.all([correct(finance, wish), correct(owner, wish)])
  expect(both.filter(one => one.ok)).toMatchObject([{ value: { isApplied: true } }])
  expect(['gone', 'facts_changed']).toContain(both.map(one => !one.ok && one.error).find(Boolean))
  const [mine, theirs] = [await correct(finance, wish), await correct(owner, wish)]
  expect([mine.ok, theirs.ok].sort()).toEqual([false, true])
  expect(await db().ledgerTransaction.count({ where: { code: 'correction' } })).toBe(1)
  expect(await found()).toEqual([])
  const view = (await correctionsOf(finance, [wish.discrepancyId])).get(wish.discrepancyId)
  expect(view).toMatchObject({ status: 'applied', reason: wish.reason })
  const audit = await db().auditEvent.findMany({ where: { action: 'correction.applied' } })
  expect(audit.map(({ after }) => after)).toMatchObject([{ reason: wish.reason }])
})

test('what a contractor has otherwise is theirs; more than one admin may move alone waits for another', async () => {
  await newOrder(parties, 'completed')
  const { stripeAccountId } = await db().connectedAccount.findFirstOrThrow({
    where: { userId: parties.contractor.userId },
  })
  await fundPlatform(500_000n)
  await doAtStripe('transfers', { amount: '200000', currency: 'usd', destination: stripeAccountId ?? '' })
  const wishes = await found()
  const rows = await db().discrepancy.findMany({ where: { resolvedAt: null } })
  const ofContractor = wishes.find(wish =>
    rows.some(row => row.id === wish.discrepancyId && row.account === stripeAccountId),
  )
  if (!ofContractor) throw new Error('no difference of the contractor')
  expect(wishes).toHaveLength(3)
  const asked = await correct(finance, ofContractor)
  expect(asked).toMatchObject({ ok: true, value: { isApplied: false } })
  const correctionId = asked.ok ? asked.value.correctionId : ''
  expect(await correct(owner, ofContractor)).toEqual({ ok: false, error: 'already_asked' })
  expect(await decideCorrection(finance, { correctionId, decision: 'apply' })).toEqual({
    ok: false,
    error: 'own_request',
  })
  expectOk(await decideCorrection(owner, { correctionId, decision: 'decline' }), 'decline')
  const again = await correct(finance, ofContractor)
  const second = again.ok ? again.value.correctionId : ''
  const twice = [0, 1].map(() => decideCorrection(owner, { correctionId: second, decision: 'apply' }))
  expect((await Promise.all(twice)).filter(one => one.ok)).toHaveLength(1)
  for (const wish of wishes.filter(one => one !== ofContractor)) {
    const posted = await correct(finance, wish)
    if (posted.ok && !posted.value.isApplied) {
      const { correctionId: id } = posted.value
      expectOk(await decideCorrection(owner, { correctionId: id, decision: 'apply' }), 'let it through')
    }
  }
  expect(await found()).toEqual([])
})
