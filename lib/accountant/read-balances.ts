import { db } from '../db.ts'
import { env } from '../env.ts'
import type { AccountRow, Period } from './model.ts'

type Balance = Omit<AccountRow, 'debits' | 'credits'>

/**
 * What each account stood at when the period began, and when it ended. The second is everything that was ever posted less what came
 * after: a posting without its transaction, or one of another time, is in one of the two and so shows as a difference.
 */
export function readBalances({ from, until }: Period): Promise<Balance[]> {
  const [begin, end] = [from.toISOString(), until.toISOString()]
  return db().$queryRaw<Balance[]>`
    SELECT a.kind, a.party, a.currency, coalesce(f.display_name, '') AS contractor,
      coalesce(sum(m.amount) FILTER (WHERE t.created_at < ${begin}::timestamp), 0)::bigint AS opening,
      (coalesce(sum(m.amount), 0) - coalesce(sum(m.amount) FILTER (WHERE t.created_at >= ${end}::timestamp), 0))::bigint AS closing
    FROM ledger_accounts a JOIN (
      SELECT debit_account_id AS id, transaction_id, amount FROM postings
      UNION ALL SELECT credit_account_id, transaction_id, -amount FROM postings
    ) m ON m.id = a.id
    LEFT JOIN ledger_transactions t ON t.id = m.transaction_id
    LEFT JOIN connected_accounts n ON n.id = a.party LEFT JOIN user_profiles f ON f.user_id = n.user_id
    WHERE a.livemode = ${env().stripe.livemode}
    GROUP BY a.id, f.display_name ORDER BY a.currency, a.kind, a.party`
}
