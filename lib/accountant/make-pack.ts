import { may } from '../access/model.ts'
import { now } from '../clock.ts'
import { csvStream } from '../csv-response.ts'
import type { Words } from '../i18n/words.ts'
import type { Actor } from '../users/model.ts'
import { balancesTable, closeBooks } from './balances-table.ts'
import { openBooks } from './books.ts'
import { breachesNow, checksOf } from './checks.ts'
import { commissionInvoices } from './commission-invoices.ts'
import { hasBegun, type PackFile, type Period, periodOf } from './model.ts'
import { doesTie, summaryText } from './summary.ts'
import { LISTED, ledgerTable, listedTable, type PackTable } from './tables.ts'

const fileOf = ({ name, ...table }: PackTable): PackFile => ({ name, content: csvStream(table) })

async function* text(content: string) {
  yield content
}

async function* files(t: Words, period: Period): AsyncGenerator<PackFile> {
  const books = openBooks()
  yield fileOf(ledgerTable(period, books))
  for (const listed of LISTED) yield fileOf(listedTable(period, books, listed))
  yield* commissionInvoices(t, period)
  const accounts = await closeBooks(period, books)
  yield fileOf(balancesTable(accounts))
  const made = { period, books, accounts, checks: checksOf(books, accounts), breaches: await breachesNow() }
  const summary = summaryText(t, { ...made, at: now() })
  if (!doesTie(made)) yield { name: 'DOES-NOT-TIE.txt', content: text(summary) }
  yield { name: 'summary.txt', content: text(summary) }
}

/**
 * A month of the whole books as files for an accountant, each made while the one before it is sent; take each to its end before the
 * next. The last ones say whether all sums tie. Null for a month that has not begun, and for whoever may not export.
 */
export function makePack(
  actor: Actor,
  t: Words,
  month: string,
): { name: string; files: AsyncIterable<PackFile> } | null {
  const at = now()
  if (!may(actor, 'export') || !hasBegun(month, at)) return null
  const period = periodOf(month, at)
  const name = `holdfast-${month}${period.isOver ? '' : '-so-far'}`
  return { name, files: files(t, period) }
}
