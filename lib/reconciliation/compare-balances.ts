import { db } from '../db.ts'
import { type LedgerBalance, ledgerBalances } from '../ledger/balances.ts'
import { ok, type Result } from '../result.ts'
import { retrieveKept } from '../stripe/balance.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import type { Difference } from './model.ts'

/** What the ledger says that Stripe keeps for each contractor, by their account at Stripe. */
async function keptForContractors(livemode: boolean): Promise<Map<string, LedgerBalance[]>> {
  const accounts = await db().connectedAccount.findMany({
    where: { livemode, stripeAccountId: { not: null } },
  })
  const kept = (await ledgerBalances(livemode)).filter(({ kind }) => kind === 'contractor_balance')
  const byParty = Map.groupBy(kept, ({ party }) => party)
  return new Map(accounts.map(({ id, stripeAccountId }) => [stripeAccountId ?? '', byParty.get(id) ?? []]))
}

/** By how much the ledger's side of an account is above Stripe's, by differences that are told already. */
function explainedBy(told: Difference[], account: string, currency: string): bigint {
  return told
    .filter(one => one.account === account && one.currency === currency)
    .reduce((sum, { ledgerAmount, stripeAmount }) => sum + ledgerAmount - stripeAmount, 0n)
}

/**
 * Compares what Stripe keeps for each contractor, pending and available, with what the ledger says, in every currency. A difference
 * that movements which are `told` already account for is not told again. What the ledger has of an account that Stripe does not have any
 * more is a difference.
 */
export async function compareBalances(
  livemode: boolean,
  told: Difference[],
): Promise<Result<Difference[], StripeFailure>> {
  const differences: Difference[] = []
  for (const [account, ledger] of await keptForContractors(livemode)) {
    const stripe = await retrieveKept(account)
    if (!stripe.ok) return stripe
    for (const currency of new Set([...ledger, ...stripe.value].map(one => one.currency))) {
      const line = stripe.value.find(one => one.currency === currency)
      const stripeAmount = line ? line.available + line.pending : 0n
      const ledgerAmount = ledger.find(one => one.currency === currency)?.balance ?? 0n
      if (ledgerAmount - stripeAmount === explainedBy(told, account, currency)) continue
      differences.push({
        kind: 'other_balance',
        subject: account,
        account,
        currency,
        ledgerAmount,
        stripeAmount,
      })
    }
  }
  return ok(differences)
}
