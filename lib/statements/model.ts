import type { Currency } from '../currencies.ts'
import { RECOVERY_REASONS, type RecoveryReason } from '../recoveries/model.ts'

/** What moves a contractor's balance, in the order of a statement's summary. */
export const STATEMENT_PARTS = [
  'earned',
  'commission',
  'refunds',
  'recoveries',
  'disputes',
  'payouts',
] as const
export type StatementPart = (typeof STATEMENT_PARTS)[number]

export const PART_WORDS: Record<StatementPart, string> = {
  earned: 'Paid by employers',
  commission: 'Commission of Holdfast',
  refunds: 'Refunds',
  recoveries: 'Recoveries by Holdfast',
  disputes: 'Card disputes',
  payouts: 'Payouts to your bank',
}

/** One fact of the ledger, as it moved the balance: `amount` and the balance after it, in minor units. */
export type StatementLine = {
  id: string
  at: Date
  part: StatementPart
  words: string
  order: { id: string; number: number; title: string } | null
  amount: bigint
  balance: bigint
}

/** A month of one currency. `opening` and all parts add up to `closing`. `lines` are the first of `lineCount`. */
export type Statement = {
  currency: Currency
  opening: bigint
  parts: Record<StatementPart, bigint>
  closing: bigint
  lines: StatementLine[]
  lineCount: number
}

/** A fact of the ledger before it has words. */
export type LedgerMovement = {
  code: string
  reason: string | null
  isOfDispute: boolean
  bankLast4: string | null
}

type Told = { part: StatementPart; words: string }

/** What the codes of the ledger's facts mean to a contractor. */
const FACTS: Record<string, Told> = {
  capture: { part: 'earned', words: 'Paid for an order' },
  commission: { part: 'commission', words: 'Commission' },
  commission_returned: { part: 'commission', words: 'Commission returned with a refund' },
  refund_reversal: { part: 'refunds', words: 'Taken back for a refund' },
  retransfer: { part: 'refunds', words: 'Given back: a refund did not reach the employer' },
  recovery: { part: 'recoveries', words: 'Recovered' },
  receivable_settled: { part: 'recoveries', words: 'A debt collected' },
  recovery_returned: { part: 'recoveries', words: 'A recovery given back' },
  payout: { part: 'payouts', words: 'Paid out' },
  payout_returned: { part: 'payouts', words: 'A payout that came back' },
}

/** The part of the statement that a fact belongs to, and its words. A code that is new is shown as it is. */
export function tellMovement({ code, reason, isOfDispute, bankLast4 }: LedgerMovement): Told {
  const known = Object.hasOwn(FACTS, code) ? FACTS[code] : undefined
  if (!known) return { part: 'recoveries', words: code }
  if (known.part === 'payouts' && bankLast4)
    return { ...known, words: `${known.words}, bank account ending in ${bankLast4}` }
  if (known.part !== 'recoveries') return known
  const why = reason && RECOVERY_REASONS[reason as RecoveryReason]
  return {
    part: isOfDispute ? 'disputes' : 'recoveries',
    words: why ? `${known.words}: ${why}` : known.words,
  }
}

export type SummaryLine = { label: string; amount: bigint; isTotal?: boolean }

/** A statement's sums, in the order in which they add up to the last line. What did not move is left out. */
export function summaryOf({ opening, parts, closing }: Statement, isOver = true): SummaryLine[] {
  const moved = STATEMENT_PARTS.filter(part => parts[part] !== 0n)
  return [
    { label: 'Opening balance', amount: opening },
    ...moved.map(part => ({ label: PART_WORDS[part], amount: parts[part] })),
    { label: isOver ? 'Closing balance' : 'Balance so far', amount: closing, isTotal: true },
  ]
}

const MONTH = /^(20\d\d)-(0[1-9]|1[0-2])$/

/** A month as addresses write it, `2026-11`; null for anything else. */
export function readMonth(text: string | undefined): string | null {
  return text && MONTH.test(text) ? text : null
}

/** The month of a moment, in UTC like everything of a statement. */
export function monthOf(at: Date): string {
  return at.toISOString().slice(0, 7)
}

/** A month so many after (or, below zero, before) another. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return monthOf(new Date(Date.UTC(year, number - 1 + count, 1)))
}

/** From its first moment to the first of the next. */
export function rangeOf(month: string): { from: Date; to: Date } {
  return { from: new Date(`${month}-01T00:00:00Z`), to: new Date(`${monthAfter(month, 1)}-01T00:00:00Z`) }
}

/** "November 2026"; short: "Nov 26". */
export function monthWords(month: string, style: 'long' | 'short' = 'long'): string {
  const [name, year] = style === 'long' ? (['long', 'numeric'] as const) : (['short', '2-digit'] as const)
  return new Intl.DateTimeFormat('en', { month: name, year, timeZone: 'UTC' }).format(rangeOf(month).from)
}

/** What a contractor has earned of one currency: each of twelve months, oldest first, in minor units; below zero where more was taken back. */
export type Earnings = { currency: Currency; months: { month: string; net: bigint }[] }
