import { Prisma } from '../db.ts'
import type { AccountKind } from '../ledger/model.ts'
import { moneyOf, toDecimal } from '../money.ts'
import { type Books, book, count } from './books.ts'
import type { Period, PostingRow } from './model.ts'
import { readPostings } from './read-postings.ts'

/** A table of the pack: its columns in their order, those that may be below zero, and its rows. Amounts are decimals of the row's currency. */
export type PackTable = {
  name: string
  columns: readonly string[]
  decimals: readonly string[]
  rows: AsyncIterable<Record<string, string>>
}

export const decimal = (amount: bigint, currency: string) => toDecimal(moneyOf(amount, currency))

const LEDGER_COLUMNS = [
  ...['at', 'transaction_id', 'posting_id', 'fact', 'source', 'source_id', 'order_number'],
  ...['account', 'contractor', 'contractor_account', 'currency', 'debit', 'credit'],
]

/** Each posting as two lines, one for each of its accounts: as journals have it. */
async function* ledgerLines(period: Period, books: Books): AsyncGenerator<Record<string, string>> {
  for await (const row of readPostings(period)) {
    book(books, row)
    const amount = decimal(row.amount, row.currency)
    const line = {
      ...{ at: row.at.toISOString(), transaction_id: row.transactionId, posting_id: row.id, fact: row.code },
      ...{ source: row.sourceType, source_id: row.sourceId, order_number: row.orderNumber },
    }
    const side = (account: AccountKind, party: string) => ({
      ...{ account, contractor: party && row.contractor, contractor_account: party },
      currency: row.currency.toUpperCase(),
    })
    yield { ...line, ...side(row.debit, row.debitParty), debit: amount, credit: '' }
    yield { ...line, ...side(row.credit, row.creditParty), debit: '', credit: amount }
  }
}

export const ledgerTable = (period: Period, books: Books): PackTable => ({
  name: 'ledger.csv',
  columns: LEDGER_COLUMNS,
  decimals: [],
  rows: ledgerLines(period, books),
})

/** Tables of postings of some accounts, each with its sum: what a posting counts is above zero when it debits them. */
type Listed = {
  table: 'commission' | 'refunds' | 'fees' | 'payouts' | 'corrections'
  file: string
  where: Prisma.Sql
  signOf: (row: PostingRow) => 1n | -1n
  columns: readonly string[]
}

const isAt = (kinds: AccountKind[], kind: AccountKind) => kinds.includes(kind)
const either = (kinds: AccountKind[]) =>
  Prisma.sql`(d.kind IN (${Prisma.join(kinds)}) OR c.kind IN (${Prisma.join(kinds)}))`
const debits = (kinds: AccountKind[]) => (row: PostingRow) => (isAt(kinds, row.debit) ? 1n : -1n)

/** Commission that was earned is credited, so it counts when it credits. */
const COMMISSION: AccountKind[] = ['commission']
const FEES: AccountKind[] = ['processing_fees', 'dispute_fees']

const COMMON = ['at', 'fact', 'source_id', 'stripe_id', 'order_number', 'currency', 'amount'] as const

/** What the pack lists of its own beside the ledger; each ties to accounts of it. */
export const LISTED: Listed[] = [
  {
    table: 'commission',
    file: 'commission',
    where: either(COMMISSION),
    signOf: row => (row.credit === 'commission' ? 1n : -1n),
    columns: [...COMMON, 'contractor', 'order_title'],
  },
  {
    table: 'refunds',
    file: 'refunds',
    where: Prisma.sql`((d.kind = 'refunds' AND c.kind = 'platform_balance') OR (c.kind = 'refunds' AND d.kind = 'platform_balance'))`,
    signOf: debits(['refunds']),
    columns: [...COMMON, 'employer', 'reason', 'status', 'order_title'],
  },
  {
    table: 'fees',
    file: 'stripe-fees',
    where: either(FEES),
    signOf: debits(FEES),
    columns: [...COMMON, 'order_title'],
  },
  {
    table: 'payouts',
    file: 'payouts',
    where: Prisma.sql`t.source_type = 'payout'`,
    signOf: debits(['contractor_payable', 'paid_out']),
    columns: [...COMMON, 'contractor', 'bank', 'status'],
  },
  {
    table: 'corrections',
    file: 'corrections',
    where: Prisma.sql`t.source_type = 'correction'`,
    signOf: debits(['platform_balance', 'contractor_balance']),
    columns: [...COMMON, 'contractor', 'reason'],
  },
]

async function* listedRows(
  period: Period,
  books: Books,
  { table, where, signOf }: Listed,
): AsyncGenerator<Record<string, string>> {
  for await (const row of readPostings(period, where)) {
    const amount = signOf(row) * row.amount
    count(books, table, row.currency, amount)
    yield {
      ...{ at: row.at.toISOString(), fact: row.code, source_id: row.sourceId, stripe_id: row.stripeId },
      ...{ order_number: row.orderNumber, order_title: row.orderTitle, employer: row.employer },
      ...{ contractor: row.contractor, reason: row.reason, status: row.status, bank: row.bank },
      currency: row.currency.toUpperCase(),
      amount: decimal(amount, row.currency),
    }
  }
}

export const listedTable = (period: Period, books: Books, listed: Listed): PackTable => ({
  name: `${listed.file}.csv`,
  columns: listed.columns,
  decimals: ['amount'],
  rows: listedRows(period, books, listed),
})
