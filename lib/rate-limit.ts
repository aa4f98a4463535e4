import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from './db.ts'

type Counter = { points: number; expire: bigint | null }

/** The limiter's own statements, over the connections that the process already has. It reckons time as a number. */
const storeClient = {
  async query({ text, values = [] }: { text: string; values?: unknown[] }) {
    const found = await db().$queryRawUnsafe<Counter[]>(text, ...values)
    const rows = found.map(({ points, expire }) => ({
      points,
      expire: expire === null ? null : Number(expire),
    }))
    return { rows, rowCount: rows.length }
  },
}

/** Tries within a window, counted in PostgreSQL: exact however many processes share it, and closed while it is down. */
export type RateLimit = {
  /** Counts one try of `key`; false when there are none left. */
  take: (key: string) => Promise<boolean>
  /** Takes one try back: it was a legitimate one. */
  giveBack: (key: string) => Promise<void>
  /** Forgets every try of `key`. */
  forget: (key: string) => Promise<void>
}

/** At most `tries` in `seconds`, counted from the first. `name` separates this limit's keys from every other's. */
export function rateLimit(name: string, tries: number, seconds: number): RateLimit {
  const limiter = new RateLimiterPostgres({
    storeClient,
    storeType: 'client',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: name,
    points: tries,
    duration: seconds,
    clearExpiredByTimeout: true,
  })
  return {
    async take(key) {
      try {
        await limiter.consume(key)
        return true
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return false
        throw refusal
      }
    },
    async giveBack(key) {
      await limiter.reward(key)
    },
    async forget(key) {
      await limiter.delete(key)
    },
  }
}
