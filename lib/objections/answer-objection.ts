import { may } from '../access/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { notify } from '../notifications/notify.ts'
import { requestReturn } from '../recoveries/return-recovery.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { AnswerObjectionInput, ObjectionErrorCode } from './model.ts'

async function readOpen(tx: Tx, objectionId: string) {
  await tx.$queryRaw`SELECT id FROM objections WHERE id = ${objectionId} FOR UPDATE`
  return tx.objection.findFirst({
    where: { id: objectionId, recovery: { livemode: env().stripe.livemode } },
    include: { recovery: true },
  })
}

/**
 * An admin answers an objection, once. Where it is upheld, what was taken goes back in the way of every recovery that has lost its reason: the
 * transfer's row and job are written with the answer, so that a process that dies right after leaves neither without the other.
 */
export async function answerObjection(
  actor: Actor,
  { objectionId, decision, answer }: AnswerObjectionInput,
): Promise<Result<void, ObjectionErrorCode>> {
  if (!may(actor, 'decide')) return fail('not_found')
  return transaction(async tx => {
    const row = await readOpen(tx, objectionId)
    if (!row) return fail('not_found')
    if (row.status !== 'open') {
      const isSame = row.status === decision && row.answer === answer && row.answeredById === actor.userId
      return isSame ? ok() : fail('already_answered')
    }
    const { id: recoveryId, contractorId: recipientId, disputeId, amount, currency } = row.recovery
    if (decision === 'upheld' && disputeId) return fail('of_dispute')
    const answered = { answer, answeredById: actor.userId, answeredAt: now() }
    await tx.objection.update({ where: { id: objectionId }, data: { status: decision, ...answered } })
    await recordAuditEvent(tx, actor, {
      action: `objection.${decision}`,
      subject: { type: 'recovery', id: recoveryId },
      before: { objectionId, status: row.status },
      after: { objectionId, status: decision },
    })
    const data = { amount: amount.toString(), currency }
    const fact = `objection_answered:${objectionId}`
    const { orderId } = row.recovery
    await notify(tx, { recipientId, kind: 'objection_answered', fact, orderId, data })
    if (decision === 'upheld') await requestReturn(tx, recoveryId)
    return ok()
  })
}
