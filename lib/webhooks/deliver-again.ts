import { setTimeout as sleep } from 'node:timers/promises'
import { may } from '../access/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { db, type Prisma, transaction } from '../db.ts'
import { env } from '../env.ts'
import { fail, ok, type Result } from '../result.ts'
import { type Again, deliverAgain as deliver } from '../stripe/local-deliveries.ts'
import type { Actor } from '../users/model.ts'
import { changesAbout } from './changes.ts'
import type {
  DeliverAgainInput,
  DeliveredAgain,
  DeliveryErrorCode,
  DeliveryKind,
} from './deliveries-model.ts'

type EventRow = Prisma.StripeEventGetPayload<object>

const LATE_SECONDS = 5
/** How long the worker is waited for. */
const WORK_MS_MAX = 8000
const LOOK_MS = 150

/** The newest event about the same object that came after this one. */
export function laterThan({ id, livemode, account, objectId }: EventRow): Promise<EventRow | null> {
  const where = { livemode, account, objectId, id: { gt: id } }
  return db().stripeEvent.findFirst({ where, orderBy: { id: 'desc' } })
}

/** Which events come, in their order. A copy is an event that we have not seen, so that it is handled and not just recognized. */
async function planOf(row: EventRow, how: DeliveryKind): Promise<Again[] | null> {
  const event = row.stripeEventId
  if (how === 'duplicate') return [{ event }]
  if (how === 'late') return [{ event, copy: true, delay: LATE_SECONDS }]
  const later = await laterThan(row)
  return (
    later && [
      { event: later.stripeEventId, copy: true },
      { event, copy: true },
    ]
  )
}

/** Until the worker has handled what came about the object. */
async function untilHandled({ objectId }: EventRow): Promise<void> {
  const end = now().getTime() + WORK_MS_MAX
  while (now().getTime() < end) {
    if ((await db().stripeEvent.count({ where: { objectId, state: 'received' } })) === 0) return
    await sleep(LOOK_MS)
  }
}

/**
 * An admin has the local Stripe deliver an event once more: as it was, as an older one after a newer one, or late; and is told what
 * came of it. Nothing should: the object is read again from Stripe each time. Beside a real Stripe it is refused.
 */
export async function deliverAgain(
  actor: Actor,
  { stripeEventRowId: id, how }: DeliverAgainInput,
): Promise<Result<DeliveredAgain, DeliveryErrorCode>> {
  if (env().stripe.mode !== 'local') return fail('not_local')
  if (!may(actor, 'replay')) return fail('not_found')
  const row = await db().stripeEvent.findFirst({ where: { id, livemode: env().stripe.livemode } })
  if (!row) return fail('not_found')
  const events = await planOf(row, how)
  if (!events) return fail('nothing_later')
  const subject = { type: 'stripe_event', id }
  await transaction(tx =>
    recordAuditEvent(tx, actor, { action: 'stripe_event.deliver_again', subject, after: { how } }),
  )
  const since = now()
  const delivered = await deliver(events)
  if (!delivered.ok) return delivered
  await untilHandled(row)
  const { objectId, account } = row
  const stored = await db().stripeEvent.count({ where: { objectId, account, receivedAt: { gte: since } } })
  const changes = await changesAbout(row, since, now())
  return ok({ how, stored, changes: changes.length })
}
