import { beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import { newId } from '../ids.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newContractor } from '../testing/marketplace.ts'
import { csvOf, expectAddsUp } from '../testing/statements.ts'
import { type Statement, tellMovement } from './model.ts'
import { getEarnings, getStatements, listStatementMonths } from './queries.ts'

const ALL = Number.POSITIVE_INFINITY
beforeAll(async () => {
  await startLocalStripe()
})

/** Facts of another time, written into the ledger past our commands: `count` captures, a minute apart. */
async function postMany(party: string, currency: string, from: string, count: number): Promise<void> {
  const mark = newId('ltx')
  const account = (kind: string) => `test/${kind}/${party}/${currency}`
  await db().$transaction(async tx => {
    for (const kind of ['contractor_balance', 'contractor_payable'])
      await tx.$executeRaw`INSERT INTO ledger_accounts (id, livemode, kind, party, currency)
        VALUES (${account(kind)}, false, ${kind}, ${party}, ${currency}) ON CONFLICT DO NOTHING`
    await tx.$executeRaw`
      INSERT INTO ledger_transactions (id, livemode, source_type, source_id, code, currency, created_at)
      SELECT ${mark} || n, false, 'payment', ${mark} || n, 'capture', ${currency}, ${from}::timestamp + (n / 3) * interval '1 minute'
      FROM generate_series(1, ${count}::int) n`
    await tx.$executeRaw`
      INSERT INTO postings (id, transaction_id, debit_account_id, credit_account_id, amount, currency)
      SELECT ${mark} || 'p' || n, ${mark} || n, ${account('contractor_balance')}, ${account('contractor_payable')}, n, ${currency}
      FROM generate_series(1, ${count}::int) n`
  })
}

test('each month begins where the one before ended, in each currency, and none of many movements is lost', async () => {
  const contractor = await newContractor()
  const { id } = await db().connectedAccount.findFirstOrThrow({ where: { userId: contractor.userId } })
  await postMany(id, 'usd', '2026-02-28T23:30:00Z', 4500)
  await postMany(id, 'eur', '2026-03-31T22:00:00Z', 700)
  await postMany(id, 'usd', '2024-12-31T23:59:00Z', 5)
  expect(await listStatementMonths(contractor)).toEqual([
    '2026-04',
    '2026-03',
    '2026-02',
    '2025-01',
    '2024-12',
  ])
  let before: Statement[] = []
  for (const month of ['2024-12', '2025-01', '2026-02', '2026-03', '2026-04', '2026-05']) {
    const statements = await getStatements(contractor, month, ALL)
    for (const statement of statements) {
      expectAddsUp(statement)
      const { closing = 0n } = before.find(({ currency }) => currency === statement.currency) ?? {}
      expect(statement.opening).toBe(closing)
      const csv = (await csvOf(contractor, month)).filter(row =>
        row.includes(statement.currency.toUpperCase()),
      )
      expect(csv).toHaveLength(statement.lineCount + 2)
    }
    before = statements
  }
  expect(before.map(({ currency, closing }) => [currency, closing])).toEqual([
    ['eur', (700n * 701n) / 2n],
    ['usd', (4500n * 4501n) / 2n + 15n],
  ])
  expect((await getEarnings(contractor)).map(({ currency }) => currency)).toEqual(['eur', 'usd'])
})

test('a fact that is taken for a dispute, or is new, is told as such', () => {
  const of = { reason: 'disputed', isOfDispute: true, bankLast4: null }
  expect(tellMovement({ code: 'recovery', ...of }).part).toBe('disputes')
  expect(tellMovement({ code: 'toString', ...of }).words).toBe('toString')
})
