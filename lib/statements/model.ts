import type { Currency } from '../currencies.ts'
import { message } from '../i18n/message.ts'
import type { MessageKey } from '../i18n/messages.ts'
import type { Locale } from '../i18n/model.ts'
import type { Words } from '../i18n/words.ts'
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

export const PART_WORDS: Record<StatementPart, MessageKey> = {
  earned: 'papers.partEarned',
  commission: 'papers.commissionOfHoldfast',
  refunds: 'papers.partRefunds',
  recoveries: 'papers.partRecoveries',
  disputes: 'papers.partDisputes',
  payouts: 'papers.partPayouts',
}

/** What a fact is called, as a message, and for a recovery its reason. */
type Told = { part: StatementPart; words: string; why: MessageKey | null }

/** One fact of the ledger, as it moved the balance: `amount` and the balance after it, in minor units. */
export type StatementLine = Told & {
  id: string
  at: Date
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

/** What the codes of the ledger's facts mean to a contractor. */
const FACTS: Record<string, { part: StatementPart; words: MessageKey }> = {
  capture: { part: 'earned', words: 'papers.paidForOrder' },
  commission: { part: 'commission', words: 'papers.commission' },
  commission_returned: { part: 'commission', words: 'papers.commissionReturned' },
  refund_reversal: { part: 'refunds', words: 'papers.takenForRefund' },
  retransfer: { part: 'refunds', words: 'papers.refundDidNotReach' },
  recovery: { part: 'recoveries', words: 'papers.recovered' },
  receivable_settled: { part: 'recoveries', words: 'papers.debtCollected' },
  recovery_returned: { part: 'recoveries', words: 'papers.recoveryGivenBack' },
  correction: { part: 'recoveries', words: 'papers.correction' },
  payout: { part: 'payouts', words: 'papers.paidOut' },
  payout_returned: { part: 'payouts', words: 'papers.payoutCameBack' },
}

const OF_ACCOUNT = { payout: 'papers.paidOutTo', payout_returned: 'papers.payoutCameBackFrom' } as const

/** The part of the statement that a fact belongs to, and its words. A code that is new is shown as it is. */
export function tellMovement({ code, reason, isOfDispute, bankLast4 }: LedgerMovement): Told {
  const known = Object.hasOwn(FACTS, code) ? FACTS[code] : undefined
  if (!known) return { part: 'recoveries', words: code, why: null }
  if ((code === 'payout' || code === 'payout_returned') && bankLast4)
    return { ...known, words: message(OF_ACCOUNT[code], { last4: bankLast4 }), why: null }
  if (known.part !== 'recoveries') return { ...known, why: null }
  const why = reason ? (RECOVERY_REASONS[reason as RecoveryReason] ?? null) : null
  return { ...known, part: isOfDispute ? 'disputes' : 'recoveries', why }
}

/** A line of a statement in words, with the reason where it has one. */
export function lineWords(t: Words, { words, why }: Told): string {
  const what = t.say(words)
  return why ? t('papers.because', { what, why: t(why) }) : what
}

export type SummaryLine = { label: MessageKey; amount: bigint; isTotal?: boolean }

/** A statement's sums, in the order in which they add up to the last line. What did not move is left out. */
export function summaryOf({ opening, parts, closing }: Statement, isOver = true): SummaryLine[] {
  const moved = STATEMENT_PARTS.filter(part => parts[part] !== 0n)
  return [
    { label: 'papers.openingBalance', amount: opening },
    ...moved.map(part => ({ label: PART_WORDS[part], amount: parts[part] })),
    { label: isOver ? 'papers.closingBalance' : 'papers.balanceSoFar', amount: closing, isTotal: true },
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

/** "November 2026"; short, without its year: "Nov". */
export function monthWords(locale: Locale, month: string, style: 'long' | 'short' = 'long'): string {
  const form =
    style === 'long' ? ({ month: 'long', year: 'numeric' } as const) : ({ month: 'short' } as const)
  return new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' }).format(rangeOf(month).from)
}

/** What a contractor has earned of one currency: each of twelve months, oldest first, in minor units; below zero where more was taken back. */
export type Earnings = { currency: Currency; months: { month: string; net: bigint }[] }
