import type { Movement } from '../stripe/balance.ts'

/** What becomes available on one day (UTC), in minor units of one currency; may be negative. */
export type Upcoming = { on: Date; amount: bigint }

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** The pending part of a currency, by the day on which Stripe makes it available, soonest first. */
export function upcomingOf(movements: Movement[], currency: string): Upcoming[] {
  const days = new Map<string, Upcoming>()
  for (const movement of movements) {
    if (movement.currency !== currency || movement.status !== 'pending') continue
    const key = dayOf(movement.availableOn)
    const day = days.get(key) ?? { on: movement.availableOn, amount: 0n }
    days.set(key, { ...day, amount: day.amount + movement.net })
  }
  return [...days.values()].sort((a, b) => a.on.getTime() - b.on.getTime())
}
