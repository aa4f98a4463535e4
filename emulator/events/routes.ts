import { DAY } from '../core/clock.ts'
import { missing } from '../core/errors.ts'
import type { Kinds } from '../core/kinds.ts'
import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { owned } from '../core/owned.ts'
import { boolean, list, text } from '../core/params.ts'
import { type Route, route } from '../core/route.ts'
import type { Tx } from '../core/tx.ts'

const LIST = { ...DATED_LIST_PARAMS, type: text, types: list(text), delivery_success: boolean }

/** How long Stripe gives events back (docs.stripe.com/api/events/list). */
const KEPT = 30 * DAY

/** docs.stripe.com/api/events */
export const eventRoutes: Route[] = [
  route('GET', '/v1/events', { params: LIST }, ctx => {
    const { tx, params } = ctx
    const wanted = params.type === undefined ? params.types : [params.type]
    const { delivery_success: success } = params
    return listPage(ctx, 'event', {
      where: event =>
        isKept(tx, event) &&
        (!wanted || wanted.some(one => matches(one, event.type))) &&
        (success === undefined || wasDelivered(tx, event) === success),
    })
  }),
  route('GET', '/v1/events/:id', {}, ({ tx, id, account }) => {
    const event = owned(tx, 'event', id, account)
    if (!isKept(tx, event)) throw missing('event', id)
    return event
  }),
]

/** Forgets what nobody may ask for any more, so that events do not pile up for ever. */
export function forgetOldEvents(tx: Tx): void {
  for (const { value } of [...tx.all('event')]) {
    // Events come oldest first: the first that is kept ends the search.
    if (isKept(tx, value)) return
    tx.remove('event', value.id)
    tx.remove('_delivery_record', value.id)
  }
}

function isKept(tx: Tx, event: Kinds['event']): boolean {
  return event.created >= tx.now - KEPT
}

/** Stripe: not while an event is pending at an endpoint, and not when one never took it. */
function wasDelivered(tx: Tx, event: Kinds['event']): boolean {
  return event.pending_webhooks === 0 && !tx.find('_delivery_record', event.id)?.gaveUp
}

/** `charge.*` stands for all of a group. */
function matches(wanted: string, type: string): boolean {
  return wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : wanted === type
}
