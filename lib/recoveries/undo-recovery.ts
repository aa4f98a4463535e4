import { may } from '../access/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import { env } from '../env.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { requestReturn } from './return-recovery.ts'
import type { UndoErrorCode, UndoRecoveryInput } from './undo-model.ts'

/**
 * An admin gives back what was taken from a contractor by mistake, once: what has come in is sent to them again, and what they still owe is
 * forgiven. What the bank has taken by a dispute is not ours to give; an objection is answered in its own place.
 */
export async function undoRecovery(
  actor: Actor,
  { recoveryId, reason }: UndoRecoveryInput,
): Promise<Result<void, UndoErrorCode>> {
  if (!may(actor, 'recover')) return fail('not_found')
  return transaction(async tx => {
    await tx.$queryRaw`SELECT id FROM recoveries WHERE id = ${recoveryId} FOR UPDATE`
    const recovery = await tx.recovery.findFirst({
      where: { id: recoveryId, livemode: env().stripe.livemode },
      include: { objection: { select: { status: true } } },
    })
    if (!recovery) return fail('not_found')
    if (recovery.disputeId) return fail('of_dispute')
    if (recovery.objection?.status === 'open') return fail('objection_open')
    if (recovery.returnRequestedAt) return ok()
    if (recovery.status !== 'succeeded' && recovery.status !== 'owed') return fail('nothing_taken')
    await recordAuditEvent(tx, actor, {
      action: 'recovery.undo',
      subject: { type: 'recovery', id: recoveryId },
      before: { status: recovery.status, amountCollected: recovery.amountCollected.toString() },
      after: { reason },
    })
    await requestReturn(tx, recoveryId)
    return ok()
  })
}
