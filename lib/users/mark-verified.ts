import { now } from '../clock.ts'
import type { Tx } from '../db.ts'

/** It is known from now on that mail to somebody's address reaches them; in the caller's transaction. Again, it changes nothing. */
export async function markVerified(tx: Tx, userId: string): Promise<void> {
  await tx.user.updateMany({ where: { id: userId, emailVerifiedAt: null }, data: { emailVerifiedAt: now() } })
}
