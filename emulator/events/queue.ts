import { newId, PLATFORM } from '../core/ids.ts'
import type { Kinds } from '../core/kinds.ts'
import type { Tx } from '../core/tx.ts'
import { API_VERSION } from '../core/version.ts'

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

/** One try to bring an event to an endpoint. */
export interface Attempt {
  endpoint: string
  url: string
  /** Unix seconds of the virtual clock. */
  at: number
  /** How long the endpoint took. */
  ms: number
  /** The HTTP status, or null when there was no answer. */
  status: number | null
  /** Why there was none, or null. */
  error: string | null
  /** The beginning of the answer. */
  body: string
  outcome: 'delivered' | 'failed' | 'dropped'
}

/** What happened to an event on its ways. `gaveUp`: an endpoint never took it. */
export interface DeliveryRecord {
  attempts: Attempt[]
  gaveUp: boolean
}

declare module '../core/kinds.ts' {
  interface Kinds {
    _delivery: Delivery
    _endpoint: EndpointSecret
    /** By the event's id. */
    _delivery_record: DeliveryRecord
  }
}

/** The attempts that are kept of one event; older ones are forgotten first. */
export const ATTEMPTS_KEPT = 50

/**
 * The endpoints that want an event: an account's own ones get what happened on it, the platform's Connect ones
 * what happened on connected accounts.
 */
function listeners(tx: Tx, type: string, account: string): Kinds['webhook_endpoint'][] {
  const wanting: Kinds['webhook_endpoint'][] = []
  for (const { value: endpoint, account: owner } of tx.all('webhook_endpoint')) {
    const { connect } = tx.get('_endpoint', endpoint.id)
    const hears = connect ? owner === PLATFORM && account !== PLATFORM : owner === account
    if (endpoint.status !== 'enabled' || !hears) continue
    if (endpoint.enabled_events.some(name => name === '*' || name === type)) wanting.push(endpoint)
  }
  return wanting
}

/** Queues the event for every endpoint that listens to it, not before a moment. Returns how many those are. */
export function queueDeliveries(
  tx: Tx,
  event: { id: string; type: string },
  account: string,
  at = tx.now,
): number {
  const wanting = listeners(tx, event.type, account)
  for (const endpoint of wanting) queueOne(tx, event.id, endpoint.id, at)
  return wanting.length
}

/** Puts one event on its way to one endpoint. */
export function queueOne(tx: Tx, event: string, endpoint: string, notBefore = tx.now): void {
  tx.add('_delivery', newId('dlv'), { event, endpoint, attempts: 0, notBefore }, PLATFORM)
}

/**
 * The event's JSON as the endpoint gets it: pretty as Stripe's, in the API version that it was made with.
 */
export function payloadFor(event: Kinds['event'], endpoint: Kinds['webhook_endpoint']): string {
  const api_version = endpoint.api_version ?? API_VERSION
  return JSON.stringify({ ...event, api_version }, null, 2)
}
