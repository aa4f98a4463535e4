import { newId, PLATFORM } from '../core/ids.ts'
import type { Kinds } from '../core/kinds.ts'
import type { Tx } from '../core/tx.ts'

/** One event on its way to one endpoint. The row goes away once the endpoint has answered 2xx. */
export interface Delivery {
  event: string
  endpoint: string
  attempts: number
  /** Unix seconds of the virtual clock: not before this. */
  notBefore: number
}

/** What Stripe's own object does not show of an endpoint. */
export interface EndpointSecret {
  secret: string
  /** True: gets the events of connected accounts, not the platform's own. */
  connect: boolean
}

declare module '../core/kinds.ts' {
  interface Kinds {
    _delivery: Delivery
    _endpoint: EndpointSecret
  }
}

/** Queues the event for every endpoint that listens to it. Returns how many those are. */
export function queueDeliveries(tx: Tx, event: Kinds['event'], account: string): number {
  let count = 0
  for (const { value: endpoint } of tx.all('webhook_endpoint')) {
    const secret = tx.get('_endpoint', endpoint.id)
    if (endpoint.status !== 'enabled' || secret.connect !== (account !== PLATFORM)) continue
    if (!endpoint.enabled_events.some(wanted => wanted === '*' || wanted === event.type)) continue
    const delivery = { event: event.id, endpoint: endpoint.id, attempts: 0, notBefore: tx.now }
    tx.put('_delivery', newId('dlv'), delivery, PLATFORM)
    count += 1
  }
  return count
}
