import { requestAccountMail } from '../account-mails/request-account-mail.ts'
import { transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { accountKey, mailsPerAddress, mailsPerNetwork, networkKey } from './limits.ts'
import type { RequestOrigin } from './model.ts'
import type { ForgotPasswordInput } from './password-model.ts'

/**
 * Asks for the mail with which somebody chooses a new password. Whether the address has an account is looked up by the job that
 * sends it, so that neither the answer nor its time tells.
 */
export async function requestPasswordReset(
  origin: RequestOrigin,
  { email }: ForgotPasswordInput,
): Promise<Result<void, 'too_many_tries'>> {
  if (!(await mailsPerNetwork.take(networkKey(origin.ip)))) return fail('too_many_tries')
  if (!(await mailsPerAddress.take(accountKey(email)))) return fail('too_many_tries')
  await transaction(tx => requestAccountMail(tx, { kind: 'reset_password', userId: null, address: email }))
  return ok()
}
