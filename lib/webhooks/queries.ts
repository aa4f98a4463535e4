import { db } from '../db.ts'
import { env } from '../env.ts'
import type { Actor } from '../users/model.ts'
import type { EventState, StripeEventView } from './model.ts'

const PAGE_SIZE = 50

/** A page of the inbox, newest first, for admins; empty for anybody else. `cursor` is the last id of the page before. */
export async function listStripeEvents(
  actor: Actor,
  input: { state?: EventState | undefined; cursor?: string | undefined },
): Promise<{ events: StripeEventView[]; nextCursor: string | null }> {
  if (actor.role !== 'ADMIN') return { events: [], nextCursor: null }
  const rows = await db().stripeEvent.findMany({
    where: {
      livemode: env().stripe.livemode,
      ...(input.state && { state: input.state }),
      ...(input.cursor && { id: { lt: input.cursor } }),
    },
    omit: { payload: true, livemode: true },
    orderBy: { id: 'desc' },
    take: PAGE_SIZE + 1,
  })
  const events = rows.slice(0, PAGE_SIZE)
  return { events, nextCursor: rows.length > PAGE_SIZE ? (events.at(-1)?.id ?? null) : null }
}

/** How many events nobody will handle unless an admin looks; zero for anybody else. */
export async function countDeadEvents(actor: Actor): Promise<number> {
  if (actor.role !== 'ADMIN') return 0
  return db().stripeEvent.count({ where: { livemode: env().stripe.livemode, state: 'dead' } })
}
