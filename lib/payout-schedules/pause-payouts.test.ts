import { afterEach, beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import { newRequestKey } from '../ids.ts'
import { TASKS } from '../jobs/tasks.ts'
import { requestPayout } from '../payouts/request-payout.ts'
import { atStripe } from '../testing/faults/at-stripe.ts'
import { expectInvariants } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { duringOutage, newAdmin, newContractor, OUTAGES } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { setPayoutScheduleInput } from './model.ts'
import { pausePayouts } from './pause-payouts.ts'
import { setPayoutSchedule } from './set-payout-schedule.ts'

let [finance, support] = [] as unknown as [Actor, Actor]

afterEach(expectInvariants)
beforeAll(async () => {
  await startLocalStripe()
  ;[finance, support] = [await newAdmin('finance'), await newAdmin('support')]
})

const form = ({ userId }: Actor, paused: boolean) => {
  return { userId, paused, reason: 'A claim is being looked at.', requestKey: newRequestKey() }
}
const daily = (contractor: Actor) =>
  setPayoutSchedule(
    contractor,
    setPayoutScheduleInput.parse({ interval: 'daily', requestKey: newRequestKey() }),
  )
const payOut = (contractor: Actor) =>
  requestPayout(contractor, { amount: '1', currency: 'usd', requestKey: newRequestKey() })
const accountOf = ({ userId }: Actor) => db().connectedAccount.findFirstOrThrow({ where: { userId } })

async function intervalAtStripe(contractor: Actor): Promise<string> {
  type Account = { settings: { payouts: { schedule: { interval: string } } } }
  const { stripeAccountId } = await accountOf(contractor)
  return (await atStripe<Account>(`accounts/${stripeAccountId}`)).settings.payouts.schedule.interval
}
const refused = (error: string) => ({ ok: false, error })

test('paused, nothing can be paid out here or by Stripe’s schedule; let go on, the contractor chooses again', async () => {
  const contractor = await newContractor()
  expect(await daily(contractor)).toEqual({ ok: true })
  expect(await pausePayouts(support, form(contractor, true))).toEqual(refused('account_not_open'))
  expect(await pausePayouts(contractor, form(contractor, true))).toEqual(refused('account_not_open'))
  const once = form(contractor, true)
  const both = await Promise.all([pausePayouts(finance, once), pausePayouts(finance, once)])
  expect(both.some(({ ok }) => ok)).toBe(true)
  expect(await pausePayouts(finance, once)).toEqual({ ok: true })
  expect(await intervalAtStripe(contractor)).toBe('manual')
  expect(await payOut(contractor)).toEqual(refused('paused_by_us'))
  expect(await daily(contractor)).toEqual(refused('paused_by_us'))
  expect(await intervalAtStripe(contractor)).toBe('manual')

  expect(await pausePayouts(finance, form(contractor, false))).toEqual({ ok: true })
  expect(await payOut(contractor)).not.toEqual(refused('paused_by_us'))
  expect(await daily(contractor)).toEqual({ ok: true })
  const { id } = await accountOf(contractor)
  const audited = await db().auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
  expect(audited.map(({ action }) => action).filter(action => action.startsWith('payouts.'))).toEqual([
    'payouts.paused',
    'payouts.resumed',
  ])
})

test.each(OUTAGES)(
  'an outage (%s) leaves payouts stopped here at once, and the job tells Stripe',
  async kind => {
    const contractor = await newContractor()
    expect(await daily(contractor)).toEqual({ ok: true })
    await duringOutage(kind, '/v1/accounts/:id', async () => {
      expect(await pausePayouts(finance, form(contractor, true))).toEqual(refused('processing'))
    })
    expect(await payOut(contractor)).toEqual(refused('paused_by_us'))
    const change = { account: { userId: contractor.userId }, status: 'requested' } as const
    const { id: changeId } = await db().payoutScheduleChange.findFirstOrThrow({ where: change })
    for (let times = 0; times < 2; times++)
      expect(await TASKS['resume-payout-schedule']({ changeId })).toEqual({ ok: true })
    expect(await intervalAtStripe(contractor)).toBe('manual')
  },
)
