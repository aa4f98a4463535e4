import { requestAccountMail } from '../account-mails/request-account-mail.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { checkPassword } from './check-password.ts'
import type { ChangeEmailInput, EmailErrorCode } from './email-model.ts'
import { accountKey, mailsPerAddress } from './limits.ts'
import type { Actor } from './model.ts'

/**
 * Asks for another address of the actor's account: a mail to it has the link that makes it theirs. Whether it is somebody's already
 * is not said: then no mail goes there.
 */
export async function changeEmail(
  actor: Actor,
  input: ChangeEmailInput,
): Promise<Result<void, EmailErrorCode>> {
  const checked = await checkPassword(actor, input.password)
  if (!checked.ok) return checked
  const { userId } = actor
  const { email } = await db().user.findUniqueOrThrow({ where: { id: userId } })
  if (email === input.email) return fail('same_email')
  if (!(await mailsPerAddress.take(accountKey(input.email)))) return fail('too_many_tries')
  await transaction(async tx => {
    const subject = { type: 'User', id: userId }
    await recordAuditEvent(tx, actor, {
      action: 'user.email_change_asked',
      subject,
      before: { email },
      after: { asked: input.email },
    })
    await requestAccountMail(tx, { kind: 'confirm_email', userId, address: input.email })
  })
  return ok()
}
