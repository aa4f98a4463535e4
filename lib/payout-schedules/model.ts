import { z } from 'zod'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'

export const INTERVALS = ['manual', 'daily', 'weekly', 'monthly'] as const
export type Interval = (typeof INTERVALS)[number]

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const

/** When Stripe pays a balance out by itself: Stripe's words, with the day that the interval needs and no other. */
export type PayoutSchedule = { interval: string; weekday: string | null; monthDay: number | null }

/** Each choice in a contractor's words. */
export const INTERVAL_WORDS: Record<Interval, { label: string; hint: string }> = {
  manual: {
    label: 'When I ask for it',
    hint: 'The money stays in your balance until you pay it out.',
  },
  daily: { label: 'Every day', hint: 'Each working day, all that is available then.' },
  weekly: { label: 'Every week', hint: 'On one day of the week, all that is available then.' },
  monthly: { label: 'Every month', hint: 'On one day of the month, all that is available then.' },
}

const LAST_DAYS = 29

function ordinal(day: number): string {
  const rest = new Intl.PluralRules('en', { type: 'ordinal' }).select(day)
  return `${day}${{ one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }[rest]}`
}

/** A day of the month as a choice: the last ones say what shorter months do. */
export function monthDayWords(day: number): string {
  return day < LAST_DAYS
    ? `The ${ordinal(day)}`
    : `The ${ordinal(day)}, or the last day where a month is shorter`
}

export function weekdayWords(weekday: string): string {
  return `${weekday.slice(0, 1).toUpperCase()}${weekday.slice(1)}`
}

/** What happens by itself, as the second half of a sentence: "pays out … every Friday". Null when nothing does. */
export function scheduleWords({ interval, weekday, monthDay }: PayoutSchedule): string | null {
  if (interval === 'daily') return 'every working day'
  if (interval === 'weekly') return `every ${weekday ? weekdayWords(weekday) : 'week'}`
  if (interval !== 'monthly') return null
  return monthDay ? `every month on ${monthDayWords(monthDay).replace('The', 'the')}` : 'every month'
}

/** The form has all fields always; a day that the interval does not need is left out. */
export const setPayoutScheduleInput = z
  .object({
    requestKey,
    interval: z.enum(INTERVALS, 'Choose when you are paid out.'),
    weekday: z.enum(WEEKDAYS, 'Choose a working day.').default('monday'),
    monthDay: z.coerce.number().int().min(1, 'From 1 to 31.').max(31, 'From 1 to 31.').default(1),
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
    message: 'Your account at Stripe is not open yet, so there is nothing to be paid out by a schedule.',
  },
  debt_first: {
    status: 409,
    message:
      'You owe Holdfast money that is taken from this balance by itself. Once that is settled, it can be paid out by a schedule; ' +
      'until then, pay out what is left beyond the debt yourself.',
  },
  paused_by_us: { status: 409, message: 'console.payoutsPausedByUs' },
  request_key_reused: {
    status: 409,
    message: 'This form was already sent with another choice. Reload the page to start again.',
  },
  under_way: {
    status: 503,
    message:
      'Stripe has not answered to your last choice yet, so this one was not sent. Try again in a minute.',
  },
  refused_by_stripe: {
    status: 409,
    message:
      'Stripe refused this schedule, and the one before still stands. Write to us if it does so again.',
  },
  processing: {
    status: 202,
    message: 'Stripe has not answered yet. Do not repeat it: the page shows the schedule within a minute.',
  },
} as const satisfies ErrorTable<ScheduleErrorCode>

/** A contractor's schedule as Stripe was last seen to have it. `isChanging`: another was asked for and is not answered yet. */
export type ScheduleView = PayoutSchedule & { isChanging: boolean }
