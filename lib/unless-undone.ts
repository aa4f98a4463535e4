import { setTimeout as wait } from 'node:timers/promises'

/** PostgreSQL's codes for a transaction that it undid because of others: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const UNDONE = ['40001', '40P01']

/** More often than one is unlucky in a row. */
const TRIES_MAX = 3

/**
 * Whoever gave way waits a little before it comes again, each for another time: a row that was given up is taken by who comes
 * first, not by who waited for it, so that coming at once can bring about the same again.
 */
const WAIT_MS = { least: 10, most: 50 }
const aLittle = () => wait(WAIT_MS.least + Math.random() * (WAIT_MS.most - WAIT_MS.least))

/** An error of PostgreSQL's driver, or of Prisma, which keeps the driver's. */
type Refusal = { code?: unknown; meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } }

function isUndone(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, meta } = error as Error & Refusal
  return UNDONE.includes(String(meta?.driverAdapterError?.cause?.originalCode ?? code)) || code === 'P2034'
}

/**
 * Does a statement or a transaction, and does it again when PostgreSQL undid all of it because it and another waited for each other
 * (a deadlock) or wrote the same: whoever is chosen to give way is right to try again. `work` must leave nothing behind but what it
 * wrote to the database. Any other error, and the same one for the third time, is the caller's.
 */
export async function unlessUndone<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === TRIES_MAX || !isUndone(error)) throw error
      await aLittle()
    }
  }
}
