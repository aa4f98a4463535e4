import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { wordsIn } from '../i18n/catalogue.ts'
import { newRequestKey } from '../ids.ts'
import { TASKS } from '../jobs/tasks.ts'
import { recordAccount } from '../onboarding/record-account.ts'
import { syncPayouts } from '../payouts/sync-payouts.ts'
import { recoverFromContractor } from '../recoveries/recover-from-contractor.ts'
import { atStripe, doAtStripe } from '../testing/faults/at-stripe.ts'
import { expectInvariants } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import {
  advanceClock,
  duringOutage,
  newAdmin,
  newContractor,
  newOrder,
  newParties,
  OUTAGES,
} from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { INTERVALS, scheduleWords, setPayoutScheduleInput } from './model.ts'
import { getPayoutSchedule } from './queries.ts'
import { setPayoutSchedule } from './set-payout-schedule.ts'

type Fields = { interval: string; weekday?: string; monthDay?: string; requestKey?: string }

let contractor: Actor
let stripeAccountId: string

afterEach(expectInvariants)
beforeAll(async () => {
  await startLocalStripe()
})
beforeEach(async () => {
  contractor = await newContractor()
  const row = await db().connectedAccount.findFirstOrThrow({ where: { userId: contractor.userId } })
  stripeAccountId = row.stripeAccountId ?? ''
})

const choose = (fields: Fields, actor = contractor) =>
  setPayoutSchedule(actor, setPayoutScheduleInput.parse({ requestKey: newRequestKey(), ...fields }))

const changes = () =>
  db().payoutScheduleChange.findMany({
    where: { account: { userId: contractor.userId } },
    orderBy: { id: 'asc' },
  })

async function atStripeNow(): Promise<object> {
  type Account = { settings: { payouts: { schedule: object } } }
  return (await atStripe<Account>(`accounts/${stripeAccountId}`)).settings.payouts.schedule
}

test('every choice is Stripe’s schedule, and what Stripe then says is shown', async () => {
  expect(await getPayoutSchedule(contractor)).toMatchObject({ interval: 'manual', isChanging: false })
  for (const [fields, there, words] of [
    [{ interval: 'daily', weekday: 'friday' }, { interval: 'daily' }, 'every working day'],
    [
      { interval: 'weekly', weekday: 'friday' },
      { interval: 'weekly', weekly_anchor: 'friday' },
      'every Friday',
    ],
    [
      { interval: 'monthly', monthDay: '31' },
      { interval: 'monthly', monthly_anchor: 31 },
      'every month on the 31st, or the last day where a month is shorter',
    ],
    [{ interval: 'manual' }, { interval: 'manual' }, null],
  ] as const) {
    expect(await choose(fields)).toEqual({ ok: true })
    expect(await atStripeNow()).toMatchObject(there)
    const shown = await getPayoutSchedule(contractor)
    expect(shown && scheduleWords(wordsIn('en'), shown)).toBe(words)
  }
  expect((await changes()).map(({ status }) => status)).toEqual(INTERVALS.map(() => 'succeeded'))
})

test('the same form twice, also at the same moment, is one change; with another choice it is refused', async () => {
  const form = { interval: 'weekly', weekday: 'tuesday', requestKey: newRequestKey() }
  const sent = await Promise.all([choose(form), choose(form), choose(form)])
  expect(sent.filter(({ ok }) => ok).length).toBeGreaterThan(0)
  expect(await choose(form)).toEqual({ ok: true })
  expect(await choose({ ...form, weekday: 'monday' })).toEqual({ ok: false, error: 'request_key_reused' })
  expect(await changes()).toHaveLength(1)
})

test('two different choices at once come one after the other, and Stripe has the one that is shown', async () => {
  await Promise.all([choose({ interval: 'daily' }), choose({ interval: 'monthly', monthDay: '3' })])
  const shown = await getPayoutSchedule(contractor)
  expect(await atStripeNow()).toMatchObject({ interval: shown?.interval })
  expect(shown?.isChanging).toBe(false)
})

describe('an outage', () => {
  test.each(OUTAGES)(
    '%s leaves a change that the job takes to its end, and a later one waits',
    async kind => {
      const form = { interval: 'daily', requestKey: newRequestKey() }
      const later = { interval: 'weekly', weekday: 'friday' }
      await duringOutage(kind, '/v1/accounts/:id', async () => {
        expect(await choose(form)).toEqual({ ok: false, error: 'processing' })
        expect(await choose(later)).toEqual({ ok: false, error: 'under_way' })
      })
      expect(await getPayoutSchedule(contractor)).toMatchObject({ interval: 'manual', isChanging: true })
      const [open, ...others] = await changes()
      expect(others).toEqual([])
      for (let times = 0; times < 2; times++)
        expect(await TASKS['resume-payout-schedule']({ changeId: open?.id ?? '' })).toEqual({ ok: true })
      expect(await getPayoutSchedule(contractor)).toMatchObject({ interval: 'daily', isChanging: false })
      expect(await choose(later)).toEqual({ ok: true })
      expect(await choose(form)).toEqual({ ok: true })
      expect(await atStripeNow()).toMatchObject({ interval: 'weekly', weekly_anchor: 'friday' })
    },
  )
})

test('a schedule that was made at Stripe itself is shown, and a form that was refused stays refused', async () => {
  const weekly = { interval: 'weekly', weekly_anchor: 'friday' }
  const fields = Object.entries(weekly).map(([name, value]) => [
    `settings[payouts][schedule][${name}]`,
    value,
  ])
  await doAtStripe(`accounts/${stripeAccountId}`, Object.fromEntries(fields))
  await recordAccount(stripeAccountId)
  expect(await getPayoutSchedule(contractor)).toMatchObject({ interval: 'weekly', weekday: 'friday' })
  const form = { interval: 'daily', requestKey: newRequestKey() }
  expect(await choose(form)).toEqual({ ok: true })
  await db().payoutScheduleChange.updateMany({
    where: { requestKey: form.requestKey },
    data: { status: 'failed' },
  })
  expect(await choose(form)).toEqual({ ok: false, error: 'refused_by_stripe' })
})

test('others, and a contractor who owes, cannot', async () => {
  const parties = { ...(await newParties()), contractor }
  expect(await choose({ interval: 'daily' }, parties.employer)).toEqual({
    ok: false,
    error: 'account_not_open',
  })
  expect(await getPayoutSchedule(parties.employer)).toBeNull()
  await newOrder(parties, 'completed')
  const owing = { contractorId: contractor.userId, orderId: null, amount: '5', currency: 'usd', note: '' }
  const terms = { instrument: 'receivable', reason: 'fee_correction', requestKey: newRequestKey() } as const
  expect(await recoverFromContractor(await newAdmin(), { ...owing, ...terms })).toMatchObject({ ok: true })
  expect(await choose({ interval: 'daily' })).toEqual({ ok: false, error: 'debt_first' })
  expect(await choose({ interval: 'manual' })).toEqual({ ok: true })
})

test('by a daily schedule the money of an order leaves by itself, and gets its row', async () => {
  const parties = { ...(await newParties()), contractor }
  expect(await choose({ interval: 'daily' })).toEqual({ ok: true })
  await newOrder(parties, 'completed')
  await advanceClock(4 * 24 * 3600)
  expect(await syncPayouts()).toMatchObject({ ok: true })
  expect(await db().payout.findMany({ where: { account: { userId: contractor.userId } } })).toMatchObject([
    { amount: 9000n, isAutomatic: true, requestKey: null },
  ])
})
