import type { Tx } from '../db.ts'
import { newId } from '../ids.ts'
import { invariant } from '../result.ts'
import type { AccountRef, Entry, LedgerFact } from './model.ts'

/** The account's id, which says all of it. */
function accountId(fact: LedgerFact, { kind, party }: AccountRef): string {
  return `${fact.livemode ? 'live' : 'test'}/${kind}/${party}/${fact.currency}`
}

/** The accounts that a fact touches, in one order everywhere, so that two writers never wait for each other in a ring. */
function accountsOf(fact: LedgerFact, entries: Entry[]) {
  const refs = entries.flatMap(({ debit, credit }) => [debit, credit])
  const byId = new Map(refs.map(ref => [accountId(fact, ref), { id: accountId(fact, ref), ...ref }]))
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

type PostingLine = { id: string; debit: string; credit: string; amount: string }

function linesOf(fact: LedgerFact, entries: Entry[]): PostingLine[] {
  return entries.map(({ debit, credit, amount }) => ({
    id: newId('pst'),
    debit: accountId(fact, debit),
    credit: accountId(fact, credit),
    amount: amount.toString(),
  }))
}

const content = (lines: Omit<PostingLine, 'id'>[]): string =>
  lines
    .map(({ debit, credit, amount }) => `${debit} ${credit} ${amount}`)
    .sort()
    .join('\n')

/** A fact that is there already must say the same: anything else is a bug that may not pass in silence. */
async function expectSame(tx: Tx, fact: LedgerFact, lines: PostingLine[]): Promise<void> {
  const { type, id } = fact.source
  const there = await tx.$queryRaw<Omit<PostingLine, 'id'>[]>`
    SELECT p.debit_account_id AS debit, p.credit_account_id AS credit, p.amount::text AS amount
    FROM postings p JOIN ledger_transactions t ON t.id = p.transaction_id
    WHERE t.source_type = ${type} AND t.source_id = ${id} AND t.code = ${fact.code}`
  invariant(
    content(there) === content(lines),
    `${type} ${id}: ${fact.code} is in the ledger with other amounts`,
  )
}

/**
 * Writes one fact into the ledger, in the caller's transaction and in one statement. Told twice, it is written once; told
 * again with other amounts, it throws. A fact of zero leaves nothing. Returns whether it was written now.
 */
export async function postTransaction(tx: Tx, fact: LedgerFact): Promise<boolean> {
  const entries = fact.entries.filter(({ amount }) => amount !== 0n)
  if (entries.length === 0) return false
  const lines = linesOf(fact, entries)
  const { livemode, currency, code } = fact
  const written = await tx.$executeRaw`
    WITH accounts AS (
      INSERT INTO ledger_accounts (id, livemode, kind, party, currency)
      SELECT id, ${livemode}, kind, party, ${currency}
      FROM jsonb_to_recordset(${JSON.stringify(accountsOf(fact, entries))}::jsonb) AS a(id text, kind text, party text)
      ON CONFLICT DO NOTHING
    ), fact AS (
      INSERT INTO ledger_transactions (id, livemode, source_type, source_id, code, currency)
      VALUES (${newId('ltx')}, ${livemode}, ${fact.source.type}, ${fact.source.id}, ${code}, ${currency})
      ON CONFLICT (source_type, source_id, code) DO NOTHING RETURNING id
    )
    INSERT INTO postings (id, transaction_id, debit_account_id, credit_account_id, amount, currency)
    SELECT p.id, fact.id, p.debit, p.credit, p.amount, ${currency}
    FROM fact, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS p(id text, debit text, credit text, amount bigint)`
  if (written === 0) await expectSame(tx, fact, lines)
  return written > 0
}
