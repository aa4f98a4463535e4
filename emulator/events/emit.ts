import type Stripe from 'stripe'
import { copyOf } from '../core/copy.ts'
import { newId, PLATFORM } from '../core/ids.ts'
import type { Kind, Kinds } from '../core/kinds.ts'
import type { Tx } from '../core/tx.ts'
import { API_VERSION } from '../core/version.ts'
import { queueDeliveries } from './queue.ts'

type EventType = Stripe.Event['type']
interface Snapshot {
  id?: string
  object: string
}

/** Fields whose change is not told in `previous_attributes`. */
const SILENT = new Set(['object', 'id'])

/**
 * Records that something happened: stores an event with the object as it is now, and queues its delivery to the endpoints that
 * want it. `account` is the account on which it happened. `former` are the `previous_attributes` of an update of what was itself
 * made in this transaction.
 */
export function emit(
  tx: Tx,
  type: EventType,
  object: Snapshot,
  account: string = PLATFORM,
  former?: Record<string, unknown>,
): void {
  // A copy: what happens to the object later does not change what was told of it.
  tell(tx, { type, account, former: formerOf(tx, type, object, former) }, copyOf(object.object, object))
}

/** As `emit`, for an object that is done: the event shows it itself, and who wants to change it after all has to `tx.edit` it again. */
export function emitLast(
  tx: Tx,
  type: EventType,
  object: Snapshot & { id: string },
  account: string = PLATFORM,
  former?: Record<string, unknown>,
): void {
  const told = { type, account, former: formerOf(tx, type, object, former) }
  tx.close(object.object as Kind, object.id)
  tell(tx, told, object)
}

interface Told {
  type: EventType
  account: string
  /** Undefined where an event says nothing of what was before. */
  former: Record<string, unknown> | undefined
}

function tell(tx: Tx, { type, account, former }: Told, object: Snapshot): void {
  const id = newId('evt')
  const event = {
    id,
    object: 'event',
    api_version: API_VERSION,
    created: tx.now,
    data: former ? { object, previous_attributes: former } : { object },
    livemode: false,
    pending_webhooks: queueDeliveries(tx, { id, type }, account),
    request: tx.request,
    type,
  }
  const whole = account === PLATFORM ? event : { ...event, account }
  tx.add('event', id, whole as unknown as Kinds['event'], account)
}

function formerOf(tx: Tx, type: EventType, object: Snapshot, former: Record<string, unknown> | undefined) {
  return type.endsWith('.updated') ? (former ?? changedFrom(tx, object)) : undefined
}

/** The former values of the fields that this transaction changed. */
function changedFrom(tx: Tx, now: Snapshot): Record<string, unknown> {
  const before = now.id ? tx.before(now.object as Kind, now.id) : undefined
  if (!before) return {}
  const former: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(before)) {
    const current = (now as unknown as Record<string, unknown>)[field]
    if (!SILENT.has(field) && JSON.stringify(value) !== JSON.stringify(current)) former[field] = value
  }
  return former
}
