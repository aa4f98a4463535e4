import { may } from '../access/model.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { moneyOf } from '../money.ts'
import type { Actor } from '../users/model.ts'
import { type CurrencyOverview, type MonthFigures, monthsUntil, movedMonth } from './model.ts'

type MonthRow = MonthFigures & { currency: string }
type NowRow = { currency: string; kind: string; balance: bigint }

/** What the ledger has of each month: told by the pair of accounts, since each pair is of one kind of fact. */
function monthly(from: string, until: string, livemode: boolean): Promise<MonthRow[]> {
  return db().$queryRaw<MonthRow[]>`
    SELECT to_char(t.created_at, 'YYYY-MM') AS month, t.currency,
      coalesce(sum(p.amount) FILTER (WHERE d.kind = 'platform_balance' AND c.kind = 'contractor_payable'), 0)::bigint AS volume,
      (coalesce(sum(p.amount) FILTER (WHERE c.kind = 'commission'), 0)
        - coalesce(sum(p.amount) FILTER (WHERE d.kind = 'commission'), 0))::bigint AS commission,
      (coalesce(sum(p.amount) FILTER (WHERE d.kind = 'refunds' AND c.kind = 'platform_balance'), 0)
        - coalesce(sum(p.amount) FILTER (WHERE d.kind = 'platform_balance' AND c.kind = 'refunds'), 0))::bigint AS refunded,
      (coalesce(sum(p.amount) FILTER (WHERE d.kind = 'disputes'), 0)
        - coalesce(sum(p.amount) FILTER (WHERE c.kind = 'disputes'), 0))::bigint AS disputed,
      (coalesce(sum(p.amount) FILTER (WHERE d.kind IN ('processing_fees', 'dispute_fees')), 0)
        - coalesce(sum(p.amount) FILTER (WHERE c.kind IN ('processing_fees', 'dispute_fees')), 0))::bigint AS "stripeFees"
    FROM ledger_transactions t JOIN postings p ON p.transaction_id = t.id
    JOIN ledger_accounts d ON d.id = p.debit_account_id JOIN ledger_accounts c ON c.id = p.credit_account_id
    WHERE t.livemode = ${livemode} AND t.created_at >= ${`${from}-01`}::timestamp AND t.created_at < ${`${until}-01`}::timestamp
    GROUP BY 1, 2`
}

/** What stands now, of all accounts of a kind together. */
function standing(livemode: boolean): Promise<NowRow[]> {
  return db().$queryRaw<NowRow[]>`
    SELECT a.currency, a.kind, sum(m.amount)::bigint AS balance FROM ledger_accounts a JOIN (
      SELECT debit_account_id AS id, amount FROM postings UNION ALL SELECT credit_account_id, -amount FROM postings
    ) m ON m.id = a.id
    WHERE a.livemode = ${livemode} AND a.kind IN ('holds', 'receivable', 'platform_balance', 'contractor_balance')
    GROUP BY a.currency, a.kind`
}

const NOTHING = { volume: 0n, commission: 0n, refunded: 0n, disputed: 0n, stripeFees: 0n }

/**
 * What came in, was earned, went back and was lost in each of twelve months, and what stands now: from the ledger, by currency, the one with the
 * most volume first. For admins; empty for anybody else.
 */
export async function getOverview(actor: Actor, lastMonth: string): Promise<CurrencyOverview[]> {
  if (!may(actor, 'view')) return []
  const { livemode } = env().stripe
  const months = monthsUntil(lastMonth)
  const [rows, now] = await Promise.all([
    monthly(months[0] ?? lastMonth, movedMonth(lastMonth, 1), livemode),
    standing(livemode),
  ])
  const currencies = [...new Set([...rows, ...now].map(({ currency }) => currency))]
  const views = currencies.map(code => {
    const { currency } = moneyOf(0n, code)
    const own = rows.filter(row => row.currency === code)
    const of = (kind: string) => now.find(row => row.currency === code && row.kind === kind)?.balance ?? 0n
    return {
      currency,
      months: months.map(month => ({ ...NOTHING, ...own.find(row => row.month === month), month })),
      held: of('holds'),
      receivable: of('receivable'),
      platformBalance: of('platform_balance'),
      contractorBalances: of('contractor_balance'),
    }
  })
  const volume = ({ months: all }: CurrencyOverview) => all.reduce((sum, one) => sum + one.volume, 0n)
  return views.sort((a, b) => Number(volume(b) - volume(a)))
}
