import { Prisma } from '../db.ts'

/** What must hold at any moment that no command is half-way through. `breaches` selects one row for each case where it does not. */
export type Invariant = { name: string; words: string; breaches: (livemode: boolean) => Prisma.Sql }

/** A posted amount of one fact about the row `s`, as SQL: the postings of (source, code) that debit a kind of account. A fact that
 * comes again, as `code:sum`, counts with the first. */
export const debited = (code: string, kind: string) => Prisma.sql`
  (SELECT sum(p.amount) FROM ledger_transactions t JOIN postings p ON p.transaction_id = t.id
   JOIN ledger_accounts a ON a.id = p.debit_account_id AND a.kind = ${kind}
   WHERE t.source_id = s.id AND split_part(t.code, ':', 1) = ${code})`

/** What accounts stand at, as SQL to be completed with WHERE and GROUP BY a.id. */
export const sums = Prisma.sql`
  SELECT a.kind, a.party, a.currency, sum(m.amount) AS balance FROM ledger_accounts a JOIN (
    SELECT debit_account_id AS id, amount FROM postings UNION ALL SELECT credit_account_id, -amount FROM postings
  ) m ON m.id = a.id`
