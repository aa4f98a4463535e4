import { z } from 'zod'
import type { MessageKey } from '../i18n/messages.ts'
import type { Words } from '../i18n/words.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'

export const INTERVALS = ['manual', 'daily', 'weekly', 'monthly'] as const
export type Interval = (typeof INTERVALS)[number]

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const

/** When Stripe pays a balance out by itself: Stripe's words, with the day that the interval needs and no other. */
export type PayoutSchedule = { interval: string; weekday: string | null; monthDay: number | null }

/** Each choice in a contractor's words. */
export const INTERVAL_WORDS: Record<Interval, { label: MessageKey; hint: MessageKey }> = {
  manual: {
    label: 'payoutModel.manual',
    hint: 'payoutModel.manualHint',
  },
  daily: { label: 'payoutModel.daily', hint: 'payoutModel.dailyHint' },
  weekly: { label: 'payoutModel.weekly', hint: 'payoutModel.weeklyHint' },
  monthly: { label: 'payoutModel.monthly', hint: 'payoutModel.monthlyHint' },
}

const LAST_DAYS = 29

/** A day of the month as a choice: the last ones say what shorter months do. */
export function monthDayWords(t: Words, day: number): string {
  return t(day < LAST_DAYS ? 'payoutModel.theDay' : 'payoutModel.theDayOrLast', { day })
}

/** What happens by itself, as the second half of a sentence: "pays out … every Friday". Null when nothing does. */
export function scheduleWords(t: Words, { interval, weekday, monthDay }: PayoutSchedule): string | null {
  if (interval === 'daily') return t('payoutModel.every_day')
  if (interval === 'weekly') {
    const day = WEEKDAYS.find(one => one === weekday)
    return t(day ? `payoutModel.every_${day}` : 'payoutModel.every_week')
  }
  if (interval !== 'monthly') return null
  if (!monthDay) return t('payoutModel.every_month')
  return t(monthDay < LAST_DAYS ? 'payoutModel.every_monthOn' : 'payoutModel.every_monthOnOrLast', {
    day: monthDay,
  })
}

/** The form has all fields always; a day that the interval does not need is left out. */
export const setPayoutScheduleInput = z
  .object({
    requestKey,
    interval: z.enum(INTERVALS, 'payoutModel.chooseInterval'),
    weekday: z.enum(WEEKDAYS, 'payoutModel.chooseWeekday').default('monday'),
    monthDay: z.coerce
      .number()
      .int()
      .min(1, 'payoutModel.dayFrom1To31')
      .max(31, 'payoutModel.dayFrom1To31')
      .default(1),
  })
  .transform(({ interval, weekday, monthDay, ...rest }) => ({
    ...rest,
    interval,
    weekday: interval === 'weekly' ? weekday : null,
    monthDay: interval === 'monthly' ? monthDay : null,
  }))
export type SetPayoutScheduleInput = z.output<typeof setPayoutScheduleInput>

export type ScheduleErrorCode =
  | 'account_not_open'
  | 'debt_first'
  | 'paused_by_us'
  | 'request_key_reused'
  | 'under_way'
  | 'refused_by_stripe'
  | 'processing'

export const SCHEDULE_ERRORS = {
  account_not_open: {
    status: 409,
    message: 'payoutModel.scheduleNotOpen',
  },
  debt_first: {
    status: 409,
    message: 'payoutModel.scheduleDebtFirst',
  },
  paused_by_us: { status: 409, message: 'console.payoutsPausedByUs' },
  request_key_reused: {
    status: 409,
    message: 'payoutModel.scheduleReused',
  },
  under_way: {
    status: 503,
    message: 'payoutModel.scheduleUnderWay',
  },
  refused_by_stripe: {
    status: 409,
    message: 'payoutModel.scheduleRefused',
  },
  processing: {
    status: 202,
    message: 'payoutModel.scheduleProcessing',
  },
} as const satisfies ErrorTable<ScheduleErrorCode>

/** A contractor's schedule as Stripe was last seen to have it. `isChanging`: another was asked for and is not answered yet. */
export type ScheduleView = PayoutSchedule & { isChanging: boolean }
