import type { Prisma } from '../db.ts'
import type { Entry } from '../ledger/model.ts'
import { recoveryReturned, retransfer } from '../ledger/recipes.ts'

/** What a retransfer is in the ledger, by its code, and in the order's history: that depends on what was taken before. */
export function factOf(row: Prisma.RetransferGetPayload<object>): {
  code: string
  entries: Entry[]
  history: string
} {
  const { connectedAccountId, refundId, amount, commissionKept } = row
  if (refundId)
    return {
      code: 'retransfer',
      entries: retransfer(connectedAccountId, amount, commissionKept),
      history: 'retransfer_succeeded',
    }
  return {
    code: 'recovery_returned',
    entries: recoveryReturned(connectedAccountId, amount),
    history: 'recovery_returned',
  }
}
