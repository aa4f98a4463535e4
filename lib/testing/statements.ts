import { expect } from 'vitest'
import { csvResponse } from '../csv-response.ts'
import { wordsIn } from '../i18n/catalogue.ts'
import type { Locale } from '../i18n/model.ts'
import { statementTable } from '../statements/export-statement.ts'
import { STATEMENT_PARTS, type Statement, summaryOf } from '../statements/model.ts'
import type { Actor } from '../users/model.ts'

export const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

/** That every sum of a statement is the sum of what it stands for. */
export function expectAddsUp(statement: Statement): void {
  const { opening, parts, closing, lines } = statement
  expect(opening + sum(Object.values(parts))).toBe(closing)
  for (const part of STATEMENT_PARTS)
    expect(sum(lines.filter(line => line.part === part).map(({ amount }) => amount))).toBe(parts[part])
  let balance = opening
  for (const line of lines) {
    balance += line.amount
    expect(line.balance).toBe(balance)
  }
  expect(balance).toBe(closing)
  const summary = summaryOf(statement)
  expect(sum(summary.slice(0, -1).map(({ amount }) => amount))).toBe(summary.at(-1)?.amount)
}

/** The lines of a month's CSV. */
export async function csvOf(actor: Actor, month: string, locale: Locale = 'en'): Promise<string[]> {
  const table = statementTable(wordsIn(locale), actor, month)
  return (await csvResponse(table).text()).replace('\uFEFF', '').trim().split('\r\n')
}
