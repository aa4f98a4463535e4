import { Prisma, type Tx } from '../db.ts'
import { newId } from '../ids.ts'
import { invariant } from '../result.ts'
import type { AccountRef, LedgerFact } from './model.ts'

/** The account's id, which says all of it. */
function accountId(fact: LedgerFact, { kind, party }: AccountRef): string {
  return `${fact.livemode ? 'live' : 'test'}/${kind}/${party}/${fact.currency}`
}

/** The accounts that facts touch, in one order everywhere, so that two writers never wait for each other in a ring. */
function accountsOf(facts: LedgerFact[]) {
  const accounts = facts.flatMap(fact =>
    fact.entries.flatMap(({ debit, credit }) =>
      [debit, credit].map(ref => {
        const { livemode, currency } = fact
        return { id: accountId(fact, ref), livemode, ...ref, currency }
      }),
    ),
  )
  return [...new Map(accounts.map(account => [account.id, account])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  )
}

type Line = { debit: string; credit: string; amount: string }

const linesOf = (fact: LedgerFact): Line[] =>
  fact.entries.map(({ debit, credit, amount }) => ({
    debit: accountId(fact, debit),
    credit: accountId(fact, credit),
    amount: amount.toString(),
  }))

const content = (lines: Line[]): string =>
  lines
    .map(({ debit, credit, amount }) => `${debit} ${credit} ${amount}`)
    .sort()
    .join('\n')

/** Facts as they are written: a part of zero leaves no posting, and a fact of nothing but zeros leaves nothing. */
function withoutZeros(facts: LedgerFact[]): LedgerFact[] {
  return facts
    .map(fact => ({ ...fact, entries: fact.entries.filter(({ amount }) => amount !== 0n) }))
    .filter(({ entries }) => entries.length > 0)
}

/**
 * The parts of a `WITH` that write facts into the ledger if `condition` holds; `posted_fact` has the `code` of each that was
 * not there before. Whoever sends it asks `expectPosted` about the others.
 */
export function ledgerParts(told: LedgerFact[], condition: Prisma.Sql = Prisma.sql`true`): Prisma.Sql {
  const facts = withoutZeros(told).map(fact => ({ fact, id: newId('ltx') }))
  const accounts = accountsOf(facts.map(({ fact }) => fact))
  const transactions = facts.map(({ fact, id }) => {
    const { livemode, source, code, currency } = fact
    return { id, livemode, type: source.type, source: source.id, code, currency }
  })
  const lines = facts.flatMap(({ fact, id }) =>
    linesOf(fact).map(line => ({ id: newId('pst'), fact: id, currency: fact.currency, ...line })),
  )
  return Prisma.sql`
    posted_account AS (
      INSERT INTO ledger_accounts (id, livemode, kind, party, currency)
      SELECT id, livemode, kind, party, currency FROM jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb)
        AS a(id text, livemode boolean, kind text, party text, currency text)
      ON CONFLICT DO NOTHING
    ), posted_fact AS (
      INSERT INTO ledger_transactions (id, livemode, source_type, source_id, code, currency)
      SELECT id, livemode, type, source, code, currency FROM jsonb_to_recordset(${JSON.stringify(transactions)}::jsonb)
        AS t(id text, livemode boolean, type text, source text, code text, currency text)
      WHERE ${condition}
      ON CONFLICT (source_type, source_id, code) DO NOTHING RETURNING id, code
    ), posted_line AS (
      INSERT INTO postings (id, transaction_id, debit_account_id, credit_account_id, amount, currency)
      SELECT p.id, p.fact, p.debit, p.credit, p.amount, p.currency
      FROM posted_fact f JOIN jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        AS p(id text, fact text, currency text, debit text, credit text, amount bigint) ON p.fact = f.id
    )`
}

/**
 * A fact that was there already must say the same: anything else is a bug that may not pass in silence. Call it in the
 * transaction that wrote `posted`, the codes that were new. @throws Error when an amount or an account differs.
 */
export async function expectPosted(
  query: (statement: Prisma.Sql) => Promise<Line[]>,
  told: LedgerFact[],
  posted: string[],
): Promise<void> {
  for (const fact of withoutZeros(told)) {
    if (posted.includes(fact.code)) continue
    const { type, id } = fact.source
    const there = await query(Prisma.sql`
      SELECT p.debit_account_id AS debit, p.credit_account_id AS credit, p.amount::text AS amount
      FROM postings p JOIN ledger_transactions t ON t.id = p.transaction_id
      WHERE t.source_type = ${type} AND t.source_id = ${id} AND t.code = ${fact.code}`)
    invariant(
      content(there) === content(linesOf(fact)),
      `${type} ${id}: ${fact.code} is in the ledger with other amounts`,
    )
  }
}

/**
 * Writes one fact into the ledger, in the caller's transaction and in one statement. Told twice, it is written once; told
 * again with other amounts, it throws. A fact of zero leaves nothing. Returns whether it was written now.
 */
export async function postTransaction(tx: Tx, fact: LedgerFact): Promise<boolean> {
  if (withoutZeros([fact]).length === 0) return false
  const posted = await tx.$queryRaw<
    { code: string }[]
  >`WITH ${ledgerParts([fact])} SELECT code FROM posted_fact`
  await expectPosted(
    statement => tx.$queryRaw(statement),
    [fact],
    posted.map(({ code }) => code),
  )
  return posted.length > 0
}
