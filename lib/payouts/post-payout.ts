import type { Tx } from '../db.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { ownPayout, ownPayoutReturned, payout, payoutReturned } from '../ledger/recipes.ts'

type Moved = {
  id: string
  livemode: boolean
  connectedAccountId: string | null
  currency: string
  amountLeft: bigint
  amountReturned: bigint
}

/**
 * Writes into the ledger what a payout moved, each fact once: what its balance transaction took from the balance, and what
 * came back of it. Its status does not matter: a payout is taken from the balance when it is made, long before it is paid.
 */
export async function postPayout(tx: Tx, moved: Moved): Promise<void> {
  const { id, livemode, connectedAccountId: party, currency, amountLeft, amountReturned } = moved
  const fact = { livemode, source: { type: 'payout' as const, id }, currency }
  await postTransaction(tx, {
    ...fact,
    code: 'payout',
    entries: party ? payout(party, amountLeft) : ownPayout(amountLeft),
  })
  await postTransaction(tx, {
    ...fact,
    code: 'payout_returned',
    entries: party ? payoutReturned(party, amountReturned) : ownPayoutReturned(amountReturned),
  })
}
