import type { Currency } from '../currencies.ts'

/** What a month came to, in minor units. `disputed`: taken by banks, less what they gave back; it may be below zero. */
export type MonthFigures = {
  month: string
  volume: bigint
  commission: bigint
  refunded: bigint
  disputed: bigint
  stripeFees: bigint
}

/** One currency: twelve months, oldest first, and what stands now. */
export type CurrencyOverview = {
  currency: Currency
  months: MonthFigures[]
  held: bigint
  receivable: bigint
  /** What Stripe keeps for the platform, and for all contractors together. */
  platformBalance: bigint
  contractorBalances: bigint
}

export const OVERVIEW_MONTHS = 12

const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/

/** `YYYY-MM` moved by so many months. */
export function movedMonth(month: string, by: number): string {
  const [year = 2000, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

/** The last of the twelve months that an address asks for; this one unless it names one that is over. */
export function lastMonthOf(typed: string | undefined, at: Date): string {
  const current = at.toISOString().slice(0, 7)
  return typed && MONTH.test(typed) && typed < current ? typed : current
}

/** The twelve months that end with one, oldest first. */
export function monthsUntil(last: string): string[] {
  return Array.from({ length: OVERVIEW_MONTHS }, (_, at) => movedMonth(last, at + 1 - OVERVIEW_MONTHS))
}
