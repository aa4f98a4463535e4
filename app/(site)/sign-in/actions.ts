'use server'

import { redirect } from 'next/navigation'
import { definePublicAction } from '#lib/action.ts'
import { SIGN_IN_ERRORS, signInInput } from '#lib/users/model.ts'
import { safePath } from '#lib/users/safe-path.ts'
import { setSessionCookie } from '#lib/users/session-cookie.ts'
import { signIn } from '#lib/users/sign-in.ts'

export const signInAction = definePublicAction({
  schema: signInInput,
  errors: SIGN_IN_ERRORS,
  run: signIn,
  done: async (session, { next }) => {
    await setSessionCookie(session)
    redirect(safePath(next))
  },
})
