import { type Books, sumsOf } from './books.ts'
import type { AccountRow, Period } from './model.ts'
import { readBalances } from './read-balances.ts'
import { decimal, type PackTable } from './tables.ts'

const AMOUNTS = ['opening', 'debits', 'credits', 'closing', 'difference'] as const
const COLUMNS = ['account', 'contractor', 'contractor_account', 'currency', ...AMOUNTS]

/** Each account with what it stood at, what the pack's ledger has of it, and what it then stood at. Ask when the ledger is written. */
export async function closeBooks(period: Period, books: Books): Promise<AccountRow[]> {
  const balances = await readBalances(period)
  return balances.map(balance => ({ ...balance, ...sumsOf(books, balance) }))
}

/** What is left of an account when its movements are taken from its two balances: zero. */
export const differenceOf = ({ opening, debits, credits, closing }: AccountRow): bigint =>
  opening + debits - credits - closing

async function* rowsOf(accounts: AccountRow[]): AsyncGenerator<Record<string, string>> {
  for (const account of accounts) {
    const amounts = { ...account, difference: differenceOf(account) }
    yield {
      ...{ account: account.kind, contractor: account.contractor, contractor_account: account.party },
      currency: account.currency.toUpperCase(),
      ...Object.fromEntries(AMOUNTS.map(name => [name, decimal(amounts[name], account.currency)])),
    }
  }
}

export const balancesTable = (accounts: AccountRow[]): PackTable => ({
  name: 'balances.csv',
  columns: COLUMNS,
  decimals: AMOUNTS,
  rows: rowsOf(accounts),
})
