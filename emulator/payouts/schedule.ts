import type { Account } from '../accounts/kinds.ts'
import { DAY } from '../core/clock.ts'

export type PayoutSchedule = NonNullable<Account['settings']['payouts']>['schedule']

/** When in the day (UTC) money is paid out by itself: after the money of that day has become available at midnight. */
const RUN = 2 * 3600
/** Within so many days every schedule has its day: the 31st has one in each month, the last. */
const HORIZON = 32
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** Whether the schedule pays out on the day that begins at `midnight` (Unix seconds). */
function isPayday(schedule: PayoutSchedule, midnight: number): boolean {
  const date = new Date(midnight * 1000)
  if (schedule.interval === 'daily') return true
  if (schedule.interval === 'weekly') {
    const days: string[] = schedule.weekly_payout_days ?? []
    return days.includes(WEEKDAYS[date.getUTCDay()] ?? '')
  }
  if (schedule.interval !== 'monthly') return false
  const day = date.getUTCDate()
  const days = schedule.monthly_payout_days ?? []
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  return days.some(one => Math.min(one, last) === day)
}

/** The first second after `after` at which money is paid out by itself, in Unix seconds; null where that never happens. */
export function nextRun(schedule: PayoutSchedule, after: number): number | null {
  if (schedule.interval === 'manual') return null
  const today = after - (after % DAY)
  for (let day = 0; day <= HORIZON; day += 1) {
    const midnight = today + day * DAY
    if (midnight + RUN > after && isPayday(schedule, midnight)) return midnight + RUN
  }
  return null
}
