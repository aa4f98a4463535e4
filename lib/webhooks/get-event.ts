import { may } from '../access/model.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import type { Actor } from '../users/model.ts'
import { changesAbout } from './changes.ts'
import { laterThan } from './deliver-again.ts'
import { type Change, DELIVERIES, type DeliveryKind } from './deliveries-model.ts'
import type { StripeEventView } from './model.ts'

export type StripeEventDetail = {
  event: StripeEventView
  /** As it came, set out to be read. */
  payload: string
  /** What was recorded of its object from its coming to its being handled. */
  changes: Change[]
  /** How it can be delivered again, to try it; none beside a real Stripe. */
  deliveries: DeliveryKind[]
}

/** An event of the inbox with what it said and changed, for admins; null for anybody else, and for one of the other mode. */
export async function getStripeEvent(actor: Actor, id: string): Promise<StripeEventDetail | null> {
  if (!may(actor, 'view')) return null
  const row = await db().stripeEvent.findFirst({ where: { id, livemode: env().stripe.livemode } })
  if (!row) return null
  const { payload, livemode: _, ...event } = row
  const isLocal = env().stripe.mode === 'local' && may(actor, 'replay')
  const later = isLocal ? await laterThan(row) : null
  return {
    event,
    payload: JSON.stringify(payload, null, 2),
    changes: row.handledAt ? await changesAbout(row, row.receivedAt, row.handledAt) : [],
    deliveries: isLocal ? DELIVERIES.filter(how => how !== 'out_of_order' || later !== null) : [],
  }
}
