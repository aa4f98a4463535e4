import { db } from '../db.ts'

const KEPT_DAYS = 30

/** Forgets mails about accounts that nobody can use any more. Returns how many. */
export function forgetAccountMails(): Promise<number> {
  return db().$executeRaw`
    DELETE FROM account_mails WHERE created_at < now() - make_interval(days => ${KEPT_DAYS}::int)`
}
