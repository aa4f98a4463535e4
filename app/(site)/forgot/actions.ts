'use server'

import { definePublicAction } from '#lib/action.ts'
import { forgotPasswordInput, PASSWORD_ERRORS } from '#lib/users/password-model.ts'
import { requestPasswordReset } from '#lib/users/request-password-reset.ts'

export const forgotPasswordAction = definePublicAction({
  schema: forgotPasswordInput,
  errors: PASSWORD_ERRORS,
  run: requestPasswordReset,
  done: (_, { email }) =>
    `If ${email} has an account, a mail is on its way. Its link works once, for 15 minutes.`,
})
