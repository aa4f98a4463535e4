import { randomBytes } from 'node:crypto'
import { db } from '../../db.ts'
import { arrangeContractor } from '../../demo/arrange-contractor.ts'
import { newRequestKey } from '../../ids.ts'
import type { SetPayoutScheduleInput } from '../../payout-schedules/model.ts'
import { getPayoutSchedule } from '../../payout-schedules/queries.ts'
import { setPayoutSchedule } from '../../payout-schedules/set-payout-schedule.ts'
import type { RequestPayoutInput } from '../../payouts/model.ts'
import { requestPayout } from '../../payouts/request-payout.ts'
import { syncPayout } from '../../payouts/sync-payout.ts'
import type { Actor } from '../../users/model.ts'
import { newOrder } from '../marketplace.ts'
import { atStripe, doAtStripe, type Listed } from './at-stripe.ts'
import type { Cast, Operation } from './operation.ts'

type StripePayout = { id: string; amount: number; status: string; metadata: { payout_id?: string } }
type OfPayout = { actor: Actor; accountId: string; input: RequestPayoutInput }

/** A contractor who has earned, just now, what they ask for. */
async function asking(cast: Cast, amount: string): Promise<OfPayout> {
  await newOrder(cast, 'completed')
  const row = await db().connectedAccount.findFirstOrThrow({ where: { userId: cast.contractor.userId } })
  const input = { requestKey: newRequestKey(), amount, currency: 'usd' }
  return { actor: cast.contractor, accountId: row.stripeAccountId ?? '', input }
}

/** The payouts of this form, here and at Stripe. */
async function payouts({ accountId, input }: OfPayout): Promise<string> {
  const ours = await db().payout.findMany({ where: { requestKey: input.requestKey } })
  const { data } = await atStripe<Listed<StripePayout>>('payouts?limit=100', accountId)
  const made = data.filter(({ metadata }) => ours.some(({ id }) => metadata.payout_id === id))
  const words = (list: { amount: bigint | number; status: string }[]) =>
    list.map(({ amount, status }) => `${amount} ${status}`).join() || 'none'
  return `here ${words(ours)}, there ${words(made)}`
}

const payOut: Operation<OfPayout> = {
  name: 'pay out',
  arrange: cast => asking(cast, '25'),
  run: ({ actor, input }) => requestPayout(actor, input),
  state: payouts,
  before: 'here none, there none',
  after: 'here 2500 pending, there 2500 pending',
}

const payOutTooMuch: Operation<OfPayout> = {
  ...payOut,
  name: 'pay out more than there is',
  arrange: cast => asking(cast, '9999999'),
  after: 'here 999999900 failed, there none',
  isRefused: true,
}

/** A payout that somebody made at Stripe and then canceled, so that money left the balance and came back. */
const recordReturned: Operation<{ accountId: string; stripePayoutId: string }> = {
  name: 'record a payout that came back',
  arrange: async cast => {
    const { accountId } = await asking(cast, '0')
    const terms = { amount: '2500', currency: 'usd' }
    const { id } = await doAtStripe<StripePayout>('payouts', terms, accountId)
    await doAtStripe(`payouts/${id}/cancel`, {}, accountId)
    return { accountId, stripePayoutId: id }
  },
  run: ({ accountId, stripePayoutId }) => syncPayout(accountId, stripePayoutId),
  state: async ({ stripePayoutId }) => {
    const rows = await db().payout.findMany({ where: { stripePayoutId } })
    const told = rows.map(row => `${row.status}: ${row.amountLeft} left, ${row.amountReturned} back`)
    return told.join() || 'unheard'
  },
  before: 'unheard',
  after: 'canceled: 2500 left, 2500 back',
  isCompletedByEvents: true,
  isJob: true,
}

const schedule: Operation<{ actor: Actor; accountId: string; input: SetPayoutScheduleInput }> = {
  name: 'choose a payout schedule',
  arrange: async () => {
    const actor = await arrangeContractor({
      displayName: 'Nia New',
      email: `${randomBytes(6).toString('hex')}@example.com`,
      password: 'correct horse battery staple',
    })
    const row = await db().connectedAccount.findFirstOrThrow({ where: { userId: actor.userId } })
    const choice = { interval: 'weekly', weekday: 'friday', monthDay: null } as const
    return { actor, accountId: row.stripeAccountId ?? '', input: { requestKey: newRequestKey(), ...choice } }
  },
  run: ({ actor, input }) => setPayoutSchedule(actor, input),
  state: async ({ actor, accountId }) => {
    const here = await getPayoutSchedule(actor)
    type Account = { settings: { payouts: { schedule: { interval: string; weekly_anchor?: string } } } }
    const there = (await atStripe<Account>(`accounts/${accountId}`)).settings.payouts.schedule
    const words = (interval?: string, weekday?: string | null) =>
      [interval, weekday].filter(Boolean).join(' ')
    const open = here?.isChanging ? ', one open' : ''
    return `here ${words(here?.interval, here?.weekday)}${open}, there ${words(there.interval, there.weekly_anchor)}`
  },
  before: 'here manual, there manual',
  after: 'here weekly friday, there weekly friday',
}

export const PAYOUT_OPERATIONS = [payOut, payOutTooMuch, recordReturned, schedule]
