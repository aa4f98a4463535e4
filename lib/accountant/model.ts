import type { MessageKey } from '../i18n/messages.ts'
import type { AccountKind } from '../ledger/model.ts'
import { monthOf, rangeOf } from '../statements/model.ts'

/** Ledger rows are stamped when their transaction begins, which lasts a quarter of a minute at most: by then they are all there. */
const SETTLED_MS = 60_000

/** What a pack is about: everything that was booked from one moment on and before another. */
export type Period = { month: string; from: Date; until: Date; isOver: boolean }

/** A month of the books in UTC as statements have it, or what of it is over. */
export function periodOf(month: string, at: Date): Period {
  const { from, to } = rangeOf(month)
  const settled = new Date(at.getTime() - SETTLED_MS)
  const isOver = to <= settled
  return { month, from, until: isOver ? to : settled, isOver }
}

/** Whether books can be made of a month: not before it has begun. */
export const hasBegun = (month: string, at: Date): boolean => month <= monthOf(at)

/** A posting of the ledger with what is known of it elsewhere. Empty text where there is nothing to know. */
export type PostingRow = {
  id: string
  transactionId: string
  at: Date
  code: string
  sourceType: string
  sourceId: string
  currency: string
  amount: bigint
  debit: AccountKind
  debitParty: string
  credit: AccountKind
  creditParty: string
  contractor: string
  orderNumber: string
  orderTitle: string
  employer: string
  stripeId: string
  reason: string
  bank: string
  status: string
}

/** A ledger account in a period, in minor units: balances are debits less credits. */
export type AccountRow = {
  kind: AccountKind
  party: string
  contractor: string
  currency: string
  opening: bigint
  debits: bigint
  credits: bigint
  closing: bigint
}

/** Two sums that have to be the same, in minor units; `of` says which, as a key of the words. */
export type Check = {
  currency: string
  of:
    | 'debits'
    | 'opening'
    | 'closing'
    | 'account'
    | 'commission'
    | 'refunds'
    | 'fees'
    | 'payouts'
    | 'corrections'
  name: string
  left: bigint
  right: bigint
}

/** An invariant of the ledger that does not hold now, with the first cases of it. */
export type Breach = { name: string; details: string[]; count: number }

/** One file of the pack; its content is read while it is sent. */
export type PackFile = { name: string; content: AsyncIterable<Buffer | string> }

/** What is in a pack beside `summary.txt`, with the words for it. */
const CONTENTS = [
  ['ledger', 'accountant.ledgerFile'],
  ['balances', 'accountant.balancesFile'],
  ['commission', 'accountant.commissionFile'],
  ['commission-invoices', 'accountant.invoicesFile'],
  ['refunds', 'accountant.refundsFile'],
  ['stripe-fees', 'accountant.feesFile'],
  ['payouts', 'accountant.payoutsFile'],
  ['corrections', 'accountant.correctionsFile'],
] as const satisfies (readonly [string, MessageKey])[]

/** The same by the names in the archive. */
export const PACK_FILES = CONTENTS.map(([name, words]) => ({
  name: name === 'commission-invoices' ? `${name}/` : `${name}.csv`,
  words,
}))
