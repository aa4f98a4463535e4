import { z } from 'zod'
import { linkToken } from '../account-mails/model.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'
import { email, knownPassword } from './model.ts'

export const confirmAddressInput = z.object({ token: linkToken })
export type ConfirmAddressInput = z.output<typeof confirmAddressInput>

export const changeEmailInput = z.object({ requestKey, password: knownPassword, email })
export type ChangeEmailInput = z.output<typeof changeEmailInput>

/** Of a form that has nothing but a button. */
export const requestInput = z.object({ requestKey })

export type EmailErrorCode =
  | 'link_over'
  | 'email_taken'
  | 'same_email'
  | 'verified_already'
  | 'wrong_password'
  | 'too_many_tries'
export const EMAIL_ERRORS = {
  link_over: { status: 410, message: 'accountErrors.linkOver' },
  email_taken: { status: 409, message: 'accountErrors.emailTaken' },
  same_email: { status: 409, message: 'accountErrors.sameEmail' },
  verified_already: { status: 409, message: 'accountErrors.verifiedAlready' },
  wrong_password: { status: 403, message: 'accountErrors.wrongPassword' },
  too_many_tries: { status: 429, message: 'accountErrors.tooOften' },
} as const satisfies ErrorTable<EmailErrorCode>
