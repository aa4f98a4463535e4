import { badParameter } from '../core/errors.ts'
import type { Params } from '../core/params.ts'
import type { Account } from './kinds.ts'
import type { SETTINGS } from './settings-fields.ts'

export type PayoutSettings = NonNullable<Account['settings']['payouts']>
type Schedule = PayoutSettings['schedule']
type AllPayouts = NonNullable<NonNullable<Params<{ settings: typeof SETTINGS }>['settings']>['payouts']>
type SentSchedule = Partial<NonNullable<AllPayouts['schedule']>>
type SentPayouts = Partial<Omit<AllPayouts, 'schedule'>> & { schedule?: SentSchedule | undefined }

/** Whole days between a charge and its money, and the most that they can be made. */
export const LEAST_DELAY = 2
const MOST_DELAY = 31

/**
 * Merges what was sent of `settings[payouts]`; what was not sent stays.
 * @param path the name under which the schedule was sent, for error messages
 * @throws StripeError 400 for days that cannot be, and for a weekly or monthly schedule without a day.
 */
export function applyPayouts(
  settings: PayoutSettings,
  sent: SentPayouts | undefined,
  path = 'settings[payouts][schedule]',
): void {
  if (!sent) return
  const { schedule, ...rest } = sent
  Object.assign(settings, rest)
  if (!schedule) return
  const interval = schedule.interval ?? settings.schedule.interval
  const delay_days = delayOf(schedule.delay_days, `${path}[delay_days]`) ?? settings.schedule.delay_days
  settings.schedule = { delay_days, interval, ...daysOf(settings.schedule, schedule, interval, path) }
}

function delayOf(sent: number | 'minimum' | undefined, param: string): number | undefined {
  if (sent === undefined || sent === 'minimum') return sent && LEAST_DELAY
  if (sent >= LEAST_DELAY && sent <= MOST_DELAY) return sent
  const bound =
    sent < LEAST_DELAY ? `greater than or equal to ${LEAST_DELAY}` : `less than or equal to ${MOST_DELAY}`
  throw badParameter(`delay_days must be ${bound}.`, { param })
}

/** The days of a schedule: only those that its interval needs. The anchor is the first of them. */
function daysOf(
  before: Schedule,
  sent: SentSchedule,
  interval: string,
  path: string,
): Omit<Schedule, 'delay_days' | 'interval'> {
  if (interval === 'weekly') {
    const days = sent.weekly_payout_days ?? (sent.weekly_anchor ? [sent.weekly_anchor] : undefined)
    const weekly = (days ?? before.weekly_payout_days) as Schedule['weekly_payout_days']
    const [first] = weekly ?? []
    if (!weekly || !first) throw dayMissing('weekly', `${path}[weekly_anchor]`)
    return { weekly_anchor: first, weekly_payout_days: weekly }
  }
  if (interval !== 'monthly') return {}
  const days = sent.monthly_payout_days ?? (sent.monthly_anchor ? [sent.monthly_anchor] : undefined)
  const monthly = days ?? before.monthly_payout_days ?? []
  const [first] = monthly
  if (first === undefined) throw dayMissing('monthly', `${path}[monthly_anchor]`)
  if (monthly.some(day => day < 1 || day > 31))
    throw badParameter('A day of the month must be between 1 and 31.', { param: `${path}[monthly_anchor]` })
  return { monthly_anchor: first, monthly_payout_days: monthly }
}

function dayMissing(interval: string, param: string) {
  return badParameter(`Missing required param: ${param}. A ${interval} payout schedule needs a day.`, {
    code: 'parameter_missing',
    param,
  })
}
