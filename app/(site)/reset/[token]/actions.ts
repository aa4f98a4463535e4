'use server'

import { redirect } from 'next/navigation'
import { definePublicAction } from '#lib/action.ts'
import { PASSWORD_ERRORS, resetPasswordInput } from '#lib/users/password-model.ts'
import { resetPassword } from '#lib/users/reset-password.ts'
import { clearSessionCookie } from '#lib/users/session-cookie.ts'

export const resetPasswordAction = definePublicAction({
  schema: resetPasswordInput,
  errors: PASSWORD_ERRORS,
  run: resetPassword,
  done: async () => {
    await clearSessionCookie()
    redirect('/sign-in?done=password')
  },
})
