import { expect } from 'vitest'
import { db } from '../db.ts'

/** Waits until somebody waits for a row that somebody else has locked. */
export async function untilSomebodyWaits(): Promise<void> {
  const waiting = () => db().$queryRaw<unknown[]>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  await expect.poll(async () => (await waiting()).length).toBeGreaterThan(0)
}
