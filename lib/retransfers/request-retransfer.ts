import { recordAuditEvent } from '../audit/record-audit-event.ts'
import type { Tx } from '../db.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { SYSTEM } from '../users/model.ts'

/** Whose money it is, why, and how much, in minor units. */
type RetransferTerms = {
  livemode: boolean
  connectedAccountId: string
  orderId: string | null
  amount: bigint
  currency: string
} & ({ refundId: string; commissionKept: bigint } | { recoveryId: string })

/** Has money sent to a contractor again, once for each reason: the row and its job, in the transaction of the fact that calls for it. */
export async function requestRetransfer(tx: Tx, terms: RetransferTerms): Promise<void> {
  const retransferId = newId('rtr')
  const because = 'refundId' in terms ? terms.refundId : terms.recoveryId
  // It may have been made again from Stripe's transfer, before what it follows from is recorded (lib/restore).
  const isMade = await tx.retransfer.count({
    where: 'refundId' in terms ? { refundId: because } : { recoveryId: because },
  })
  if (isMade > 0) return
  await tx.retransfer.create({ data: { id: retransferId, ...terms } })
  await recordAuditEvent(tx, SYSTEM, {
    action: 'retransfer.request',
    subject: { type: 'retransfer', id: retransferId },
    after: { because, amount: terms.amount.toString(), currency: terms.currency },
  })
  await enqueue(tx, 'resume-retransfer', { retransferId }, { key: `retransfer:${retransferId}` })
}
