import { db, type Tx } from '../db.ts'
import type { AccountKind } from './model.ts'

/** What an account stands at: debits less credits, in minor units. */
export type LedgerBalance = { kind: AccountKind; party: string; currency: string; balance: bigint }

/** Every account of one mode with its balance. Holds are counted apart: see `holds`. */
export async function ledgerBalances(livemode: boolean, on: Tx = db()): Promise<LedgerBalance[]> {
  return on.$queryRaw<LedgerBalance[]>`
    SELECT a.kind, a.party, a.currency, coalesce(sum(m.amount), 0)::bigint AS balance
    FROM ledger_accounts a LEFT JOIN (
      SELECT debit_account_id AS id, amount FROM postings
      UNION ALL SELECT credit_account_id, -amount FROM postings
    ) m ON m.id = a.id
    WHERE a.livemode = ${livemode}
    GROUP BY a.id ORDER BY a.currency, a.kind, a.party`
}
