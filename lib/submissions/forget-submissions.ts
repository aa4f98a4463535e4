import { db } from '../db.ts'

const KEPT_DAYS = 7

/** Forgets forms that were sent so long ago that no browser sends them again. Returns how many. */
export function forgetSubmissions(): Promise<number> {
  return db().$executeRaw`
    DELETE FROM form_submissions WHERE started_at < now() - make_interval(days => ${KEPT_DAYS}::int)`
}
