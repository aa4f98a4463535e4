import { now } from '../clock.ts'
import type { Table } from '../csv-response.ts'
import type { Words } from '../i18n/words.ts'
import { moneyOf, toDecimal } from '../money.ts'
import type { Actor } from '../users/model.ts'
import { lineWords, rangeOf, type StatementPart } from './model.ts'
import { openingBalances, statementLines } from './movements.ts'

/** The columns, in their order; `csv_` and the name is what the reader’s language calls one. Amounts are decimals of the row's currency; moments are ISO 8601 in UTC. */
export const STATEMENT_COLUMNS = [
  'at',
  'currency',
  'part',
  'what',
  'order_number',
  'order_id',
  'order_title',
  'amount',
  'balance',
  'id',
] as const

type ExportedLine = Record<(typeof STATEMENT_COLUMNS)[number], string>

const BLANK = { what: '', order_number: '', order_id: '', order_title: '', amount: '', id: '' }

async function* ofCurrency(
  t: Words,
  actor: Actor,
  month: string,
  { currency, opening }: { currency: string; opening: bigint },
): AsyncGenerator<ExportedLine> {
  const { from, to } = rangeOf(month)
  const decimal = (amount: bigint) => toDecimal(moneyOf(amount, currency))
  const mark = (part: StatementPart | 'opening' | 'closing', at: Date, balance: bigint): ExportedLine => {
    return {
      ...BLANK,
      at: at.toISOString(),
      currency: currency.toUpperCase(),
      part: t(`papers.csv_${part}`),
      balance: decimal(balance),
    }
  }
  let closing = opening
  yield mark('opening', from, opening)
  for await (const line of statementLines(actor, { month, currency }, opening)) {
    closing = line.balance
    yield {
      ...mark(line.part, line.at, line.balance),
      what: lineWords(t, line),
      order_number: String(line.order?.number ?? ''),
      order_id: line.order?.id ?? '',
      order_title: line.order?.title ?? '',
      amount: decimal(line.amount),
      id: line.id,
    }
  }
  yield mark('closing', new Date(Math.min(to.getTime(), now().getTime())), closing)
}

/** A month of the contractor's own balance, currency after currency, each from its opening to its closing balance; read as it is sent. */
async function* exportStatement(t: Words, actor: Actor, month: string): AsyncGenerator<ExportedLine> {
  for (const one of await openingBalances(actor, month)) yield* ofCurrency(t, actor, month, one)
}

/** That month as a table to be sent, in the reader’s words. */
export function statementTable(t: Words, actor: Actor, month: string): Table<keyof ExportedLine> {
  return {
    file: `${t('papers.statementFile')}-${month}.csv`,
    columns: STATEMENT_COLUMNS,
    heading: column => t(`papers.csv_${column}`),
    rows: exportStatement(t, actor, month),
    decimals: ['amount', 'balance'],
  }
}
