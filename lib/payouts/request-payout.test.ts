import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { newRequestKey } from '../ids.ts'
import { retrievePayout } from '../stripe/payouts.ts'
import { atStripe, doAtStripe, type Listed } from '../testing/faults/at-stripe.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import {
  advanceClock,
  duringOutage,
  newContractor,
  newOrder,
  newParties,
  OUTAGES,
} from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { listPayouts } from './queries.ts'
import { recordPayout } from './record-payout.ts'
import { requestPayout } from './request-payout.ts'
import { resumePayout } from './resume-payout.ts'
import { syncPayout } from './sync-payout.ts'
import { syncPayouts } from './sync-payouts.ts'

const DAY = 86_400
let parties: Parties
let account: string

afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties('pm_card_bypassPending')
  const row = await db().connectedAccount.findFirstOrThrow({ where: { userId: parties.contractor.userId } })
  account = row.stripeAccountId ?? ''
})
beforeEach(async () => {
  await newOrder(parties, 'completed')
})

const pay = (amount: string, requestKey = newRequestKey(), actor = parties.contractor) =>
  requestPayout(actor, { requestKey, amount, currency: 'usd' })
const newest = async () => (await listPayouts(parties.contractor))[0]
const payoutsAtStripe = async () =>
  (await atStripe<Listed<{ id: string; amount: number; status: string }>>('payouts?limit=100', account)).data
const stripeIds = async () => (await payoutsAtStripe()).map(({ id }) => id)
/** What a contractor was told of payouts. */
const heardBy = async ({ userId: recipientId }: Actor) => {
  const rows = await db().notification.findMany({ where: { recipientId, kind: { startsWith: 'payout' } } })
  return rows.map(({ kind, fact }) => `${kind} of ${fact.split(':')[1]}`)
}
const pages = async (amount: bigint) => {
  const facts = await db().ledgerTransaction.findMany({
    where: { sourceType: 'payout' },
    include: { postings: true },
  })
  return facts
    .filter(({ postings }) => postings[0]?.amount === amount)
    .map(({ code }) => code)
    .sort()
}

describe('a payout', () => {
  test('takes the money from the balance when it is made, and is paid two days later', async () => {
    expect(await pay('12.34')).toMatchObject({ ok: true })
    expect(await newest()).toMatchObject({
      amount: 1234n,
      currency: 'usd',
      status: 'pending',
      isAutomatic: false,
      bankLast4: '6789',
      traceId: null,
      hasLeft: true,
      hasReturned: false,
    })
    expect(await pages(1234n)).toEqual(['payout'])
    await advanceClock(3 * DAY)
    expect(await syncPayouts()).toEqual({ ok: true, value: 1 })
    expect(await syncPayouts()).toEqual({ ok: true, value: 0 })
    expect(await newest()).toMatchObject({ status: 'paid', traceId: expect.stringMatching(/./) })
    expect(await heardBy(parties.contractor)).toEqual([`payout_paid of ${(await newest())?.id}`])
    expect(await pages(1234n)).toEqual(['payout'])
  })

  test('is one, however often its form is sent; with another amount the form is refused', async () => {
    const key = newRequestKey()
    const before = (await stripeIds()).length
    const results = await Promise.all(Array.from({ length: 8 }, () => pay('7', key)))
    for (const result of results) expect(result).toMatchObject({ ok: true })
    expect(new Set(results.map(result => result.ok && result.value.payoutId)).size).toBe(1)
    expect(await stripeIds()).toHaveLength(before + 1)
    expect(await pay('8', key)).toEqual({ ok: false, error: 'request_key_reused' })
  })

  test('of more than there is, of nothing, or without an account is refused, and nothing moves', async () => {
    const before = (await stripeIds()).length
    const key = newRequestKey()
    expect(await pay('99999', key)).toEqual({ ok: false, error: 'balance_short' })
    expect(await pay('99999', key)).toEqual({ ok: false, error: 'balance_short' })
    expect(await newest()).toMatchObject({
      status: 'failed',
      failureCode: 'balance_insufficient',
      hasLeft: false,
    })
    for (const wrong of ['0', '-1', '1.234', 'all'])
      expect(await pay(wrong)).toEqual({ ok: false, error: 'amount_invalid' })
    expect(await pay('1', newRequestKey(), parties.employer)).toEqual({
      ok: false,
      error: 'account_not_open',
    })
    const { userId } = parties.contractor
    expect(await pay('1', newRequestKey(), { ...parties.employer, userId })).toMatchObject({ ok: false })
    expect(await stripeIds()).toHaveLength(before)
  })

  test('asked for twice at once for all that there is goes out once', async () => {
    const { available } = await atStripe<{ available: { amount: number }[] }>('balance', account)
    const all = String((available[0]?.amount ?? 0) / 100)
    const results = await Promise.all([pay(all), pay(all)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results).toContainEqual({ ok: false, error: 'balance_short' })
  })
})

describe('an outage of Stripe', () => {
  test.each(OUTAGES)('(%s) is never told as failed, and the job finds one payout', async kind => {
    const before = (await stripeIds()).length
    expect(await duringOutage(kind, '/v1/payouts', () => pay('3'))).toEqual({
      ok: false,
      error: 'processing',
    })
    const row = await db().payout.findFirstOrThrow({ where: { status: 'requested' } })
    expect((await resumePayout(row.id)).ok).toBe(true)
    expect((await resumePayout(row.id)).ok).toBe(true)
    expect(await newest()).toMatchObject({ id: row.id, status: 'pending' })
    expect(await stripeIds()).toHaveLength(before + 1)
  })

  test.each([
    ['fail_after', 'pending', 1],
    ['fail_before', 'failed', 0],
  ] as const)('of a day (%s) is looked for and not sent again', async (kind, status, made) => {
    const before = (await stripeIds()).length
    await duringOutage(kind, '/v1/payouts', () => pay('4'))
    const { id } = await db().payout.findFirstOrThrow({ where: { status: 'requested' } })
    const createdAt = new Date(Date.now() - 23.5 * 3600 * 1000)
    await db().payout.update({ where: { id }, data: { createdAt } })
    expect((await resumePayout(id)).ok).toBe(true)
    expect(await db().payout.findUniqueOrThrow({ where: { id } })).toMatchObject({ status })
    expect(await stripeIds()).toHaveLength(before + made)
  })
})

describe('what nobody here asked for', () => {
  test('is recorded once, by events and by the job; a canceled one came back', async () => {
    const { id } = await doAtStripe<{ id: string }>('payouts', { amount: '500', currency: 'usd' }, account)
    expect(
      await Promise.all([syncPayout(account, id), syncPayout(account, id), syncPayouts()]),
    ).toMatchObject([{ value: 'pending' }, { value: 'pending' }, { ok: true }])
    expect(await pages(500n)).toEqual(['payout'])
    await doAtStripe(`payouts/${id}/cancel`, {}, account)
    expect(await syncPayout(account, id)).toEqual({ ok: true, value: 'canceled' })
    expect(await pages(500n)).toEqual(['payout', 'payout_returned'])
    expect(await newest()).toMatchObject({ status: 'canceled', hasLeft: true, hasReturned: true })
  })

  test('of an account that is not ours is nobody’s', async () => {
    const [made] = await stripeIds()
    const snapshot = await retrievePayout(account, made ?? '')
    expect(snapshot.ok && (await recordPayout('acct_nobody', snapshot.value))).toBeNull()
  })
})

test('the bank returns what was said to be paid: the money is back, and the reason is told', async () => {
  const contractor = await newContractor()
  const own = { ...parties, contractor }
  await newOrder(own, 'completed')
  const row = await db().connectedAccount.findFirstOrThrow({ where: { userId: contractor.userId } })
  const bank = { country: 'US', currency: 'usd', routing_number: '110000000', account_number: '000111111113' }
  const fields = Object.entries(bank).map(([name, value]) => [`external_account[${name}]`, value])
  const external = { ...Object.fromEntries(fields), 'external_account[object]': 'bank_account' }
  await doAtStripe(`accounts/${row.stripeAccountId}`, external)
  expect(await pay('20', newRequestKey(), contractor)).toMatchObject({ ok: true })
  const payout = await db().payout.findFirstOrThrow({ where: { createdById: contractor.userId } })
  await db().payout.update({ where: { id: payout.id }, data: { status: 'paid' } })
  await advanceClock(3 * DAY)
  expect(await syncPayout(row.stripeAccountId, payout.stripePayoutId ?? '')).toEqual({
    ok: true,
    value: 'failed',
  })
  expect((await listPayouts(contractor))[0]).toMatchObject({
    status: 'failed',
    failureCode: 'account_closed',
    hasLeft: true,
    hasReturned: true,
  })
  expect(await heardBy(contractor)).toEqual([`payout_failed of ${payout.id}`])
  expect(await pages(2000n)).toEqual(['payout', 'payout_returned'])
  expect(await listPayouts(parties.employer)).toEqual([])
})
