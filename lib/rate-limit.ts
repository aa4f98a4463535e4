import pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { env } from './env.ts'

let pool: pg.Pool | undefined

function connections(): pg.Pool {
  pool ??= new pg.Pool({ connectionString: env().DATABASE_URL, max: 2, allowExitOnIdle: true })
  return pool
}

/** Lets the process end; tests call it. */
export async function closeRateLimits(): Promise<void> {
  await pool?.end()
  pool = undefined
}

/** Tries within a window, counted in PostgreSQL: exact however many processes share it, and closed while it is down. */
export type RateLimit = {
  /** Counts one try of `key`; false when there are none left. */
  take: (key: string) => Promise<boolean>
  /** Takes one try back: it was a legitimate one. */
  giveBack: (key: string) => Promise<void>
}

/** `name` separates this limit's keys from every other's. */
export function rateLimit(name: string, tries: number, seconds: number): RateLimit {
  let limiter: RateLimiterPostgres | undefined
  const get = () => {
    limiter ??= new RateLimiterPostgres({
      storeClient: connections(),
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix: name,
      points: tries,
      duration: seconds,
      clearExpiredByTimeout: true,
    })
    return limiter
  }
  return {
    async take(key) {
      try {
        await get().consume(key)
        return true
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return false
        throw refusal
      }
    },
    async giveBack(key) {
      await get().reward(key)
    },
  }
}
