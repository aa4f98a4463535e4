import { DAY_MS, now } from '../clock.ts'
import { env } from '../env.ts'
import type { AttentionItem } from './model.ts'

/** How many of a kind are shown; the rest are counted. */
export const SHOWN = 10
/** Failures that nobody looked at for so long are history. */
export const RECENT_MS = 30 * DAY_MS

/** Where one kind of thing that waits for a person is found. */
export type Source = { count: () => Promise<number>; items: () => Promise<AttentionItem[]> }

export const livemode = () => env().stripe.livemode
export const ago = (ms: number) => new Date(now().getTime() - ms)
