'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#lib/action.ts'
import { changePassword } from '#lib/users/change-password.ts'
import { endOtherSessions } from '#lib/users/end-other-sessions.ts'
import { endSession } from '#lib/users/end-session.ts'
import { changePasswordInput, PASSWORD_ERRORS } from '#lib/users/password-model.ts'
import { setSessionCookie } from '#lib/users/session-cookie.ts'
import { endOtherSessionsInput, endSessionInput } from '#lib/users/session-model.ts'

const PAGE = '/account/security'
const EVERYBODY = ['EMPLOYER', 'CONTRACTOR', 'ADMIN'] as const

export const changePasswordAction = defineAction({
  schema: changePasswordInput,
  role: [...EVERYBODY],
  once: 'repeatable',
  errors: PASSWORD_ERRORS,
  run: changePassword,
  done: async session => {
    await setSessionCookie(session)
    redirect(`${PAGE}?done=password`)
  },
})

export const endSessionAction = defineAction({
  schema: endSessionInput,
  role: [...EVERYBODY],
  once: 'repeatable',
  errors: {},
  run: endSession,
  done: () => redirect(`${PAGE}?done=session`),
})

export const endOtherSessionsAction = defineAction({
  schema: endOtherSessionsInput,
  role: [...EVERYBODY],
  once: 'repeatable',
  errors: {},
  run: endOtherSessions,
  done: () => redirect(`${PAGE}?done=sessions`),
})
