import type { Tx } from '../db.ts'
import type { Entry } from '../ledger/model.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { disputeFee, disputeFeeReturned, disputeReinstated, disputeWithdrawn } from '../ledger/recipes.ts'
import type { DisputeSnapshot } from '../stripe/disputes.ts'

type Moved = Pick<
  DisputeSnapshot,
  'amountWithdrawn' | 'feeWithdrawn' | 'amountReinstated' | 'feeReturned' | 'currency'
>

const NOTHING = { amountWithdrawn: 0n, feeWithdrawn: 0n, amountReinstated: 0n, feeReturned: 0n }

/** A fee of its own for the reinstatement is taken, not returned. */
const feeBack = (fee: bigint): Entry[] => (fee > 0n ? disputeFeeReturned(fee) : disputeFee(-fee))

/**
 * Writes into the ledger what a reading of a Dispute shows that the bank and Stripe took and gave back beyond what was known before,
 * each fact once. A bank may take the money again after it gave it back: what comes later is told apart by the sum that it leads to.
 */
export async function postDispute(
  tx: Tx,
  row: { id: string; livemode: boolean },
  before: Omit<Moved, 'currency'> | null,
  moved: Moved,
): Promise<void> {
  const known = before ?? NOTHING
  const facts: [code: string, recipe: (amount: bigint) => Entry[], was: bigint, is: bigint][] = [
    ['dispute_withdrawn', disputeWithdrawn, known.amountWithdrawn, moved.amountWithdrawn],
    ['dispute_fee', disputeFee, known.feeWithdrawn, moved.feeWithdrawn],
    ['dispute_reinstated', disputeReinstated, known.amountReinstated, moved.amountReinstated],
    ['dispute_fee_returned', feeBack, known.feeReturned, moved.feeReturned],
  ]
  const { livemode } = row
  const { currency } = moved
  for (const [first, recipe, was, is] of facts) {
    const code = was === 0n ? first : `${first}:${is}`
    const entries = recipe(is - was)
    await postTransaction(tx, { livemode, source: { type: 'dispute', id: row.id }, code, currency, entries })
  }
}
