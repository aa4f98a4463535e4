import { z } from 'zod'
import { linkToken } from '../account-mails/model.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'
import { email, knownPassword, newPassword } from './model.ts'

export const forgotPasswordInput = z.object({ email })
export type ForgotPasswordInput = z.output<typeof forgotPasswordInput>

export const resetPasswordInput = z.object({ token: linkToken, newPassword })
export type ResetPasswordInput = z.output<typeof resetPasswordInput>

export const changePasswordInput = z.object({ requestKey, password: knownPassword, newPassword })
export type ChangePasswordInput = z.output<typeof changePasswordInput>

export type PasswordErrorCode = 'link_over' | 'contains_address' | 'wrong_password' | 'too_many_tries'
export const PASSWORD_ERRORS = {
  link_over: { status: 410, message: 'accountErrors.resetLinkOver' },
  contains_address: { status: 422, message: 'accountErrors.containsAddress' },
  wrong_password: { status: 403, message: 'accountErrors.wrongPassword' },
  too_many_tries: { status: 429, message: 'accountErrors.tooManyTries' },
} as const satisfies ErrorTable<PasswordErrorCode>
