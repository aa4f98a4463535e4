import type { Tx } from '../db.ts'
import type { Entry } from '../ledger/model.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { disputeFee, disputeFeeReturned, disputeReinstated, disputeWithdrawn } from '../ledger/recipes.ts'
import type { DisputeSnapshot } from '../stripe/disputes.ts'

/** Writes into the ledger what a reading of a Dispute shows that the bank and Stripe took and gave back, each fact once. */
export async function postDispute(
  tx: Tx,
  row: { id: string; livemode: boolean },
  moved: Pick<
    DisputeSnapshot,
    'amountWithdrawn' | 'feeWithdrawn' | 'amountReinstated' | 'feeReturned' | 'currency'
  >,
): Promise<void> {
  const { amountWithdrawn, feeWithdrawn, amountReinstated, feeReturned, currency } = moved
  const facts: Record<string, Entry[]> = {
    dispute_withdrawn: disputeWithdrawn(amountWithdrawn),
    dispute_fee: disputeFee(feeWithdrawn),
    dispute_reinstated: disputeReinstated(amountReinstated),
    // A fee of its own for the reinstatement is taken, not returned.
    dispute_fee_returned: feeReturned > 0n ? disputeFeeReturned(feeReturned) : disputeFee(-feeReturned),
  }
  const { livemode } = row
  for (const [code, entries] of Object.entries(facts)) {
    await postTransaction(tx, { livemode, source: { type: 'dispute', id: row.id }, code, currency, entries })
  }
}
