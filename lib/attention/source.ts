import { DAY_MS, now } from '../clock.ts'
import { env } from '../env.ts'
import type { AttentionItem } from './model.ts'

/** How many of a kind are shown; the rest are counted. */
export const SHOWN = 10
/** Failures that nobody looked at for so long are history. */
export const RECENT_MS = 30 * DAY_MS

/** How many things of one kind wait for a person, and the first of them. */
export type Found = { count: number; items: AttentionItem[] }

/** Both questions are asked at once: how many there are, and which come first. */
export async function found<Row>(
  count: Promise<number>,
  rows: Promise<Row[]>,
  itemOf: (row: Row) => AttentionItem,
): Promise<Found> {
  const [counted, shown] = await Promise.all([count, rows])
  return { count: counted, items: shown.map(itemOf) }
}

export const livemode = () => env().stripe.livemode
export const ago = (ms: number) => new Date(now().getTime() - ms)

type OrderName = { id: string; number: number; title: string }
export const orderName = { select: { id: true, number: true, title: true } } as const

/** An order, and where an admin acts on it. */
export const ofOrder = (order: OrderName, anchor = '') => ({
  about: `#${order.number} ${order.title}`,
  href: `/admin/orders/${order.id}${anchor}`,
})

/** An amount as an argument of a message that travels as text. */
export const sumOf = (row: { amount: bigint; currency: string }) => `money:${row.amount}:${row.currency}`

export const personName = {
  select: { id: true, email: true, profile: { select: { displayName: true } } },
} as const
