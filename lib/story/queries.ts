import { db } from '../db.ts'
import { env } from '../env.ts'
import { stripeTime } from '../stripe/clock.ts'
import type { Story } from './model.ts'

const EVENTS = 8

/** When the hold that ends first does so, by Stripe's clock; null while none stands. */
export async function nextHoldEnd(): Promise<Date | null> {
  const found = await db().payment.aggregate({
    where: { status: 'requires_capture', livemode: env().stripe.livemode },
    _min: { captureBeforeAt: true },
  })
  return found._min.captureBeforeAt
}

/** What the page of the story shows; null where Stripe is a real one, for there is no such page. */
export async function getStory(): Promise<Story | null> {
  if (env().stripe.mode !== 'local') return null
  const [time, holdEnd, rows] = await Promise.all([
    stripeTime(),
    nextHoldEnd(),
    db().orderEvent.findMany({
      orderBy: { id: 'desc' },
      take: EVENTS,
      include: {
        order: { select: { number: true, title: true } },
        actor: { select: { profile: { select: { displayName: true } } } },
      },
    }),
  ])
  const events = rows.map(({ actor, data, ...row }) => ({
    ...row,
    actorName: actor?.profile?.displayName ?? null,
    data: data as Record<string, unknown>,
  }))
  return { stripeNow: time.ok ? time.value : null, nextHoldEnd: holdEnd, events }
}
