import type { AccountKind } from '../ledger/model.ts'
import type { AccountRow, PostingRow } from './model.ts'

type Sums = { debits: bigint; credits: bigint }

/** What the pack has written so far: sums by account and by pair of accounts, and what its other tables came to, in minor units. */
export type Books = {
  accounts: Map<string, Sums>
  pairs: Map<string, bigint>
  /** The pairs of corrections, which no other table lists. */
  corrected: Map<string, bigint>
  totals: Map<string, bigint>
  postings: number
}

export const openBooks = (): Books => ({
  accounts: new Map(),
  pairs: new Map(),
  corrected: new Map(),
  totals: new Map(),
  postings: 0,
})

function add(sums: Map<string, bigint>, key: string, amount: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + amount)
}

const pairKey = (debit: AccountKind, credit: AccountKind, currency: string) =>
  `${debit}/${credit}/${currency}`
const keyOf = (kind: AccountKind, party: string, currency: string) => `${kind}/${party}/${currency}`

/** Counts a posting that was written into the pack's ledger. */
export function book(
  books: Books,
  { debit, debitParty, credit, creditParty, currency, amount, sourceType }: PostingRow,
): void {
  const sumsOf = (key: string): Sums => {
    const sums = books.accounts.get(key) ?? { debits: 0n, credits: 0n }
    books.accounts.set(key, sums)
    return sums
  }
  sumsOf(keyOf(debit, debitParty, currency)).debits += amount
  sumsOf(keyOf(credit, creditParty, currency)).credits += amount
  const pairs = sourceType === 'correction' ? books.corrected : books.pairs
  add(pairs, pairKey(debit, credit, currency), amount)
  books.postings += 1
}

/** Counts what a row of another table adds to its sum. */
export function count(books: Books, table: string, currency: string, amount: bigint): void {
  add(books.totals, `${table}/${currency}`, amount)
}

export const totalOf = (books: Books, table: string, currency: string): bigint =>
  books.totals.get(`${table}/${currency}`) ?? 0n

/** What was booked on an account. */
export function sumsOf(
  books: Books,
  { kind, party, currency }: Pick<AccountRow, 'kind' | 'party' | 'currency'>,
): Sums {
  return books.accounts.get(keyOf(kind, party, currency)) ?? { debits: 0n, credits: 0n }
}

/** What went from one kind of account to another, less what went the other way. */
export function netOf(
  pairs: Books['pairs'],
  debit: AccountKind,
  credit: AccountKind,
  currency: string,
): bigint {
  const there = pairs.get(pairKey(debit, credit, currency)) ?? 0n
  return there - (pairs.get(pairKey(credit, debit, currency)) ?? 0n)
}
