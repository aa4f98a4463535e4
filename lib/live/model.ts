import { z } from 'zod'

/** The channel of PostgreSQL on which the triggers of the migration `live_hints` tell of changes. */
export const LIVE_CHANNEL = 'holdfast_live'

/** A change that somebody may have open: whom it concerns, and what it is about (an order's id, or a word). */
export type Hint = { to: string[]; admins: boolean; about: string }

const notice = z.union([
  z.object({ to: z.array(z.string()), admins: z.boolean(), about: z.string() }),
  z.object({ session: z.string() }),
  z.object({ user: z.string() }),
])

/** What a trigger tells: a hint, a session that is over, or somebody whose role or standing changed. */
export type LiveNotice = z.output<typeof notice>

/** Reads what came over the channel; null for what a later version may tell. */
export function readNotice(payload: string): LiveNotice | null {
  const parsed = notice.safeParse(JSON.parse(payload))
  return parsed.success ? parsed.data : null
}

/** Said when nobody knows what was missed: everything may have changed. */
export const ANYTHING = 'anything'

/** The events of a stream. `over` ends it for good: `signed-out`, or `too-many` when the person opened newer ones. */
export type LiveEvent = 'hint' | 'unread' | 'over'
