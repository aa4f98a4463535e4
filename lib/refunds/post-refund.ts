import type { Prisma, Tx } from '../db.ts'
import type { Entry } from '../ledger/model.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { commissionReturned, refund, refundFailed, refundReversal } from '../ledger/recipes.ts'
import type { RefundSnapshot } from '../stripe/refunds.ts'

type RefundRow = Prisma.RefundGetPayload<{ include: { payment: true } }>

/**
 * Writes into the ledger what a reading of a Refund shows, each fact once. Money that has not left the platform's balance
 * (a refund that waits for it) is no fact yet; a reversed transfer is one from the moment Stripe names it, and stays one when
 * the refund fails later.
 */
export async function postRefund(
  tx: Tx,
  row: RefundRow,
  snapshot: RefundSnapshot,
  commissionBack: bigint,
): Promise<void> {
  const { livemode, currency, amount } = row
  const party = row.payment.connectedAccountId
  const facts: Record<string, Entry[]> = {
    ...(snapshot.hasLeft && { refund: refund(amount) }),
    ...(snapshot.hasReturned && { refund_failed: refundFailed(amount) }),
    ...(snapshot.transferReversalId && {
      refund_reversal: refundReversal(party, snapshot.amountReversed),
      commission_returned: commissionReturned(party, commissionBack),
    }),
  }
  for (const [code, entries] of Object.entries(facts)) {
    await postTransaction(tx, { livemode, source: { type: 'refund', id: row.id }, code, currency, entries })
  }
}
