'use server'

import { definePublicAction } from '#lib/action.ts'
import { message } from '#lib/i18n/message.ts'
import { forgotPasswordInput, PASSWORD_ERRORS } from '#lib/users/password-model.ts'
import { requestPasswordReset } from '#lib/users/request-password-reset.ts'

export const forgotPasswordAction = definePublicAction({
  schema: forgotPasswordInput,
  errors: PASSWORD_ERRORS,
  run: requestPasswordReset,
  done: (_, { email }) => message('ownAccount.resetLinkSent', { email }),
})
