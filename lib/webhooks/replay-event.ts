import { may } from '../access/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import { env } from '../env.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { EventErrorCode } from './model.ts'

/**
 * An admin has a stored event handled once more, as if it had just come: after a bug was mended, or to be sure. Handling
 * reads the object from Stripe, so doing it again changes nothing that is right already.
 */
export async function replayEvent(
  actor: Actor,
  input: { stripeEventRowId: string },
): Promise<Result<void, EventErrorCode>> {
  if (!may(actor, 'replay')) return fail('not_found')
  const id = input.stripeEventRowId
  return transaction(async tx => {
    const row = await tx.stripeEvent.findFirst({ where: { id, livemode: env().stripe.livemode } })
    if (!row) return fail('not_found')
    await tx.stripeEvent.update({
      where: { id },
      data: { state: 'received', attempts: 0, handledAt: null },
    })
    await recordAuditEvent(tx, actor, {
      action: 'stripe_event.replay',
      subject: { type: 'stripe_event', id },
      before: { state: row.state, attempts: row.attempts },
      after: { state: 'received', attempts: 0 },
    })
    await enqueue(tx, 'process-event', { stripeEventRowId: id }, { key: `event:${id}` })
    return ok()
  })
}
