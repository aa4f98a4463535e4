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
  link_over: {
    status: 410,
    message:
      'This link does not work any more: it was used, or is older than 15 minutes. Ask for another one.',
  },
  contains_address: {
    status: 422,
    message: 'This password is too easy to guess. Leave your e-mail address out of it.',
  },
  wrong_password: { status: 403, message: 'That is not your password. Check it and try again.' },
  too_many_tries: { status: 429, message: 'Too many tries. Wait a while, then try again.' },
} as const satisfies ErrorTable<PasswordErrorCode>
