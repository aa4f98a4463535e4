import { requestAccountMail } from '../account-mails/request-account-mail.ts'
import { db, transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import type { EmailErrorCode } from './email-model.ts'
import { accountKey, mailsPerAddress } from './limits.ts'
import type { Actor } from './model.ts'

/** Sends the link that confirms the actor's address once more, three times an hour. Returns the address. */
export async function sendVerificationAgain(actor: Actor): Promise<Result<string, EmailErrorCode>> {
  const { userId } = actor
  const { email, emailVerifiedAt } = await db().user.findUniqueOrThrow({ where: { id: userId } })
  if (emailVerifiedAt) return fail('verified_already')
  if (!(await mailsPerAddress.take(accountKey(email)))) return fail('too_many_tries')
  await transaction(tx => requestAccountMail(tx, { kind: 'verify_email', userId, address: email }))
  return ok(email)
}
