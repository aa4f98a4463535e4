import type { Engine } from '../core/engine.ts'
import { newId, PLATFORM } from '../core/ids.ts'
import type { Kinds, Row } from '../core/kinds.ts'
import type { Tx } from '../core/tx.ts'
import { queueDeliveries, queueOne } from './queue.ts'

/** Which events are sent again, and where. */
export interface ReplayWish {
  /** One event. */
  event?: string | undefined
  /** The range of events from this one… */
  from?: string | undefined
  /** …to this one, both included; without it, to the newest. */
  to?: string | undefined
  /** Only this endpoint; without it, all that listen. */
  endpoint?: string | undefined
  /** As another event that tells the same, as Stripe sometimes makes two of one fact. */
  copy?: boolean | undefined
  /** Seconds of the clock before the first attempt. */
  delay?: number | undefined
}

/**
 * Sends events again, whatever became of them before. Returns how many deliveries that makes.
 * @throws Error when a named event or endpoint is not there.
 */
export async function replay(engine: Engine, wish: ReplayWish): Promise<number> {
  let deliveries = 0
  await engine.write(tx => {
    const { endpoint } = wish
    if (endpoint !== undefined && !tx.row('webhook_endpoint', endpoint)) {
      throw new Error(`There is no endpoint ${endpoint}`)
    }
    for (const row of chosen(tx, wish)) deliveries += sendAgain(tx, wish.copy ? copyOf(tx, row) : row, wish)
  })
  return deliveries
}

function chosen(tx: Tx, wish: ReplayWish): Row<'event'>[] {
  if (wish.event !== undefined) return [eventRow(tx, wish.event)]
  if (wish.from === undefined) throw new Error('Give "event", or "from" and perhaps "to"')
  const first = eventRow(tx, wish.from).seq
  const last = wish.to === undefined ? Number.POSITIVE_INFINITY : eventRow(tx, wish.to).seq
  return [...tx.all('event')].filter(row => row.seq >= first && row.seq <= last)
}

function eventRow(tx: Tx, id: string): Row<'event'> {
  const row = tx.row('event', id)
  if (!row) throw new Error(`There is no event ${id}`)
  return row
}

/** The same news under an id of its own, with the time of the first. */
function copyOf(tx: Tx, { value, account }: Row<'event'>): Row<'event'> {
  const id = newId('evt')
  tx.put('event', id, { ...value, id, pending_webhooks: 0 }, account)
  return eventRow(tx, id)
}

function sendAgain(tx: Tx, row: Row<'event'>, { endpoint, delay = 0 }: ReplayWish): number {
  const event: Kinds['event'] = tx.edit('event', row.id)
  const at = tx.now + delay
  if (endpoint !== undefined) queueOne(tx, event.id, endpoint, at)
  const count = endpoint === undefined ? queueDeliveries(tx, event, event.account ?? PLATFORM, at) : 1
  event.pending_webhooks += count
  return count
}
