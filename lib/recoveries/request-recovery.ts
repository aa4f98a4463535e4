import type { Approved } from '../approvals/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import type { Tx } from '../db.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import type { Actor, SystemActor } from '../users/model.ts'
import type { RecoveryInstrument, RecoveryReason } from './model.ts'

export type RecoveryTerms = {
  requestKey: string
  livemode: boolean
  contractorId: string
  connectedAccountId: string
  orderId: string | null
  paymentId: string | null
  disputeId?: string
  /** Minor units. */
  amount: bigint
  currency: string
  reason: RecoveryReason
  note?: string
  instrument: RecoveryInstrument
  owedIfRefused: boolean
}

/** Whoever asks for a recovery goes on with it at once; the job is for when they could not. */
const DELAY_SECONDS = 30

/** Writes a recovery down before Stripe is asked for it, with its job, in the caller's transaction. Returns its id. */
export async function requestRecovery(
  tx: Tx,
  actor: Actor | SystemActor,
  terms: RecoveryTerms,
  approved?: Approved,
): Promise<string> {
  const recoveryId = newId('rec')
  await tx.recovery.create({
    data: { id: recoveryId, createdById: approved?.requestedById ?? actor.userId, ...terms },
  })
  const { orderId, disputeId, amount, currency, reason, note = '', instrument, owedIfRefused } = terms
  await recordAuditEvent(tx, actor, {
    action: 'recovery.request',
    subject: { type: 'recovery', id: recoveryId },
    after: {
      ...{ orderId, amount: amount.toString(), currency, reason, note, instrument, owedIfRefused },
      ...(disputeId && { disputeId }),
      ...approved,
    },
  })
  const delaySeconds = actor.role === 'SYSTEM' ? 0 : DELAY_SECONDS
  await enqueue(tx, 'resume-recovery', { recoveryId }, { key: `recovery:${recoveryId}`, delaySeconds })
  return recoveryId
}
