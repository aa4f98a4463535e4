import { db } from '../db.ts'
import { env } from '../env.ts'
import type { Actor } from '../users/model.ts'
import type { ScheduleView } from './model.ts'

/** When the contractor's own balance is paid out by itself; null before their account is open at Stripe, and for anybody else. */
export async function getPayoutSchedule(actor: Actor): Promise<ScheduleView | null> {
  if (actor.role !== 'CONTRACTOR') return null
  const row = await db().connectedAccount.findFirst({
    where: { userId: actor.userId, livemode: env().stripe.livemode, stripeAccountId: { not: null } },
    include: { schedules: { where: { status: 'requested' }, take: 1 } },
  })
  if (!row) return null
  const { payoutInterval: interval, payoutWeekday: weekday, payoutMonthDay: monthDay } = row
  return { interval, weekday, monthDay, isChanging: row.schedules.length > 0 }
}
