import { now } from '../clock.ts'
import { db, type Prisma, transaction } from '../db.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { fail, ok, type Result } from '../result.ts'
import { type EventHint, HANDLERS } from './handlers.ts'
import { ATTEMPTS_MAX } from './model.ts'

type EventRow = Prisma.StripeEventGetPayload<object>

/** How often an event about an object we do not know is looked at again: its row may be about to be written. */
const PARKED_MAX = 4
const PARKED_SECONDS = 20

function hintOf(row: EventRow): EventHint {
  const payload = row.payload as { data?: { object?: { payment_intent?: unknown } } }
  const intent = payload.data?.object?.payment_intent
  return {
    account: row.account,
    objectId: row.objectId,
    paymentIntentId: typeof intent === 'string' ? intent : '',
  }
}

async function stamp(row: EventRow, data: Prisma.StripeEventUpdateInput): Promise<void> {
  await db().stripeEvent.update({ where: { id: row.id }, data: { attempts: { increment: 1 }, ...data } })
}

/** Puts an event about an unknown object aside and has it looked at again, a few times. */
async function park(row: EventRow): Promise<void> {
  if (row.attempts + 1 >= PARKED_MAX) return stamp(row, { state: 'ignored', handledAt: now() })
  await transaction(async tx => {
    await tx.stripeEvent.update({
      where: { id: row.id },
      data: { state: 'parked', attempts: { increment: 1 } },
    })
    const options = { key: `parked:${row.id}:${row.attempts}`, delaySeconds: PARKED_SECONDS }
    await enqueue(tx, 'process-event', { stripeEventRowId: row.id }, options)
  })
}

/**
 * Handles a stored event: the payload is only a hint of which object to read again from Stripe, so order, number and
 * lateness of events do not matter. A failure is returned, so that the job is tried again; the last one is a dead letter.
 */
export async function processEvent(stripeEventRowId: string): Promise<Result<void, string>> {
  const row = await db().stripeEvent.findUnique({ where: { id: stripeEventRowId } })
  if (!row || row.state === 'handled' || row.state === 'ignored') return ok()
  const handler = HANDLERS[row.type]
  if (!handler) {
    await stamp(row, { state: 'ignored', handledAt: now() })
    return ok()
  }
  const result = await handler(hintOf(row)).catch((error: unknown) =>
    fail({ kind: 'bug', code: String(error) }),
  )
  if (!result.ok) {
    const lastError = `${result.error.kind}${result.error.code ? `: ${result.error.code}` : ''}`.slice(0, 500)
    await stamp(row, { lastError, ...(row.attempts + 1 >= ATTEMPTS_MAX && { state: 'dead' }) })
    return fail(lastError)
  }
  if (result.value === null) await park(row)
  else await stamp(row, { state: 'handled', handledAt: now(), lastError: null })
  return ok()
}
