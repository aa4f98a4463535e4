'use server'

import { redirect } from 'next/navigation'
import { defineOwnAction } from '#lib/action.ts'
import { changePassword } from '#lib/users/change-password.ts'
import { endOtherSessions } from '#lib/users/end-other-sessions.ts'
import { endSession } from '#lib/users/end-session.ts'
import { changePasswordInput, PASSWORD_ERRORS } from '#lib/users/password-model.ts'
import { setSessionCookie } from '#lib/users/session-cookie.ts'
import { endOtherSessionsInput, endSessionInput } from '#lib/users/session-model.ts'

const PAGE = '/account/security'

export const changePasswordAction = defineOwnAction({
  schema: changePasswordInput,
  once: 'repeatable',
  errors: PASSWORD_ERRORS,
  run: changePassword,
  done: async session => {
    await setSessionCookie(session)
    redirect(`${PAGE}?done=password`)
  },
})

export const endSessionAction = defineOwnAction({
  schema: endSessionInput,
  once: 'repeatable',
  errors: {},
  run: endSession,
  done: () => redirect(`${PAGE}?done=session`),
})

export const endOtherSessionsAction = defineOwnAction({
  schema: endOtherSessionsInput,
  once: 'repeatable',
  errors: {},
  run: endOtherSessions,
  done: () => redirect(`${PAGE}?done=sessions`),
})
