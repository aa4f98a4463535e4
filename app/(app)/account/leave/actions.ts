'use server'

import { redirect } from 'next/navigation'
import { defineOwnAction } from '#lib/action.ts'
import { deleteAccount } from '#lib/leaving/delete-account.ts'
import { LEAVE_ERRORS, leaveInput } from '#lib/leaving/model.ts'
import { clearSessionCookie } from '#lib/users/session-cookie.ts'

export const deleteAccountAction = defineOwnAction({
  schema: leaveInput,
  once: 'repeatable',
  errors: LEAVE_ERRORS,
  run: deleteAccount,
  done: async () => {
    await clearSessionCookie()
    redirect('/sign-in?done=deleted')
  },
})
