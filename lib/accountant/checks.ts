import { env } from '../env.ts'
import { checkInvariants } from '../ledger/invariants.ts'
import { differenceOf } from './balances-table.ts'
import { type Books, netOf, totalOf } from './books.ts'
import type { AccountRow, Breach, Check } from './model.ts'

const DETAILS_SHOWN = 5

const sum = (rows: AccountRow[], amountOf: (row: AccountRow) => bigint) =>
  rows.reduce((total, row) => total + amountOf(row), 0n)

/** What each of the other tables has to come to, by the pack's ledger. */
function listedChecks(books: Books, currency: string): Check[] {
  const net = (debit: Parameters<typeof netOf>[1], credit: Parameters<typeof netOf>[2]) =>
    netOf(books.pairs, debit, credit, currency)
  const of = (table: 'commission' | 'refunds' | 'fees' | 'payouts' | 'corrections', right: bigint): Check => {
    return { currency, of: table, name: '', left: totalOf(books, table, currency), right }
  }
  return [
    of('commission', net('contractor_payable', 'commission') + net('refunds', 'commission')),
    of('refunds', net('refunds', 'platform_balance')),
    of('fees', net('processing_fees', 'platform_balance') + net('dispute_fees', 'platform_balance')),
    of(
      'corrections',
      netOf(books.corrected, 'platform_balance', 'corrections', currency) +
        netOf(books.corrected, 'contractor_balance', 'contractor_payable', currency),
    ),
    of('payouts', net('contractor_payable', 'contractor_balance') + net('paid_out', 'platform_balance')),
  ]
}

function ofCurrency(books: Books, currency: string, rows: AccountRow[]): Check[] {
  const wrong = rows.filter(row => differenceOf(row) !== 0n)
  return [
    {
      currency,
      of: 'debits',
      name: '',
      left: sum(rows, row => row.debits),
      right: sum(rows, row => row.credits),
    },
    { currency, of: 'opening', name: '', left: sum(rows, row => row.opening), right: 0n },
    { currency, of: 'closing', name: '', left: sum(rows, row => row.closing), right: 0n },
    ...wrong.map(row => ({
      ...{ currency, of: 'account' as const, name: `${row.kind} ${row.party}`.trim() },
      ...{ left: row.opening + row.debits - row.credits, right: row.closing },
    })),
    ...listedChecks(books, currency),
  ]
}

/** Every pair of sums that has to be the same, currency after currency; of accounts, those that do not close. */
export function checksOf(books: Books, accounts: AccountRow[]): Check[] {
  const byCurrency = Map.groupBy(accounts, ({ currency }) => currency)
  return [...byCurrency].flatMap(([currency, rows]) => ofCurrency(books, currency, rows))
}

/** What of the whole ledger does not hold at the moment when the pack is made. */
export async function breachesNow(): Promise<Breach[]> {
  const results = await checkInvariants(env().stripe.livemode)
  return results
    .filter(({ breaches }) => breaches.length > 0)
    .map(({ name, breaches }) => ({
      ...{ name, count: breaches.length },
      details: breaches.slice(0, DETAILS_SHOWN).map(({ id, detail }) => `${id}: ${detail}`),
    }))
}
