import type { Tx } from '../db.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import type { AccountMailKind } from './model.ts'

/** `userId` is null where it is not to be known yet whether the address is anybody's. */
type Request = { kind: AccountMailKind; userId: string | null; address: string }

/** How often a mail is tried: with the queue's growing pauses, for most of a day. */
const ATTEMPTS_MAX = 12

/**
 * Asks for a mail about an account, in the caller's transaction. The job that sends it makes its link, so that the link's secret
 * is in the mail and nowhere else. Returns the row's id.
 */
export async function requestAccountMail(tx: Tx, request: Request): Promise<string> {
  const { id } = await tx.accountMail.create({ data: { id: newId('aml'), ...request } })
  const options = { key: `account-mail:${id}`, attemptsMax: ATTEMPTS_MAX }
  await enqueue(tx, 'send-account-mail', { accountMailId: id }, options)
  return id
}
