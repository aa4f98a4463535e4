import { now } from '../clock.ts'
import { db } from '../db.ts'
import { moneyOf } from '../money.ts'
import type { Actor } from '../users/model.ts'
import {
  type Earnings,
  monthAfter,
  monthOf,
  STATEMENT_PARTS,
  type Statement,
  type StatementPart,
} from './model.ts'
import { openingBalances, ownMovements, statementLines } from './movements.ts'

const MONTHS_CHARTED = 12

async function statementOf(
  actor: Actor,
  scope: { month: string; currency: string },
  opening: bigint,
  shownMax: number,
): Promise<Statement> {
  const nothing = Object.fromEntries(STATEMENT_PARTS.map(part => [part, 0n])) as Record<StatementPart, bigint>
  const { currency } = moneyOf(0n, scope.currency)
  const statement: Statement = {
    currency,
    opening,
    parts: nothing,
    closing: opening,
    lines: [],
    lineCount: 0,
  }
  for await (const line of statementLines(actor, scope, opening)) {
    statement.parts[line.part] += line.amount
    statement.closing = line.balance
    statement.lineCount += 1
    if (statement.lineCount <= shownMax) statement.lines.push(line)
  }
  return statement
}

/** A month of the contractor's own balance by the ledger, one statement for each currency, with their first `shownMax` lines. Empty for anybody else. */
export async function getStatements(actor: Actor, month: string, shownMax: number): Promise<Statement[]> {
  const statements: Statement[] = []
  for (const { currency, opening } of await openingBalances(actor, month))
    statements.push(await statementOf(actor, { month, currency }, opening, shownMax))
  return statements
}

/** The months in which the contractor's own balance moved, newest first, such as `2026-11`. */
export async function listStatementMonths(actor: Actor): Promise<string[]> {
  const rows = await db().$queryRaw<{ month: string }[]>`
    SELECT DISTINCT to_char(m.at, 'YYYY-MM') AS month FROM (${ownMovements(actor)}) m ORDER BY month DESC`
  return rows.map(({ month }) => month)
}

/** What the contractor earned in each of the last twelve months, for each currency: all that moved the balance but payouts. */
export async function getEarnings(actor: Actor): Promise<Earnings[]> {
  const last = monthOf(now())
  const months = Array.from({ length: MONTHS_CHARTED }, (_, at) => monthAfter(last, at + 1 - MONTHS_CHARTED))
  const rows = await db().$queryRaw<{ currency: string; month: string; net: bigint }[]>`
    SELECT m.currency, to_char(m.at, 'YYYY-MM') AS month, sum(m.amount)::bigint AS net
    FROM (${ownMovements(actor)}) m
    WHERE m.source_type <> 'payout' AND to_char(m.at, 'YYYY-MM') >= ${months[0]}
    GROUP BY m.currency, month ORDER BY m.currency`
  const byCurrency = Map.groupBy(rows, ({ currency }) => currency)
  return [...byCurrency].map(([currency, found]) => ({
    currency: moneyOf(0n, currency).currency,
    months: months.map(month => ({ month, net: found.find(row => row.month === month)?.net ?? 0n })),
  }))
}
