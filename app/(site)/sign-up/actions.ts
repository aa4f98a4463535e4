'use server'

import { redirect } from 'next/navigation'
import { definePublicAction } from '#lib/action.ts'
import { requestLocale } from '#lib/i18n/request.ts'
import { SIGN_UP_ERRORS, signUpInput } from '#lib/users/model.ts'
import { setSessionCookie } from '#lib/users/session-cookie.ts'
import { signUp } from '#lib/users/sign-up.ts'

export const signUpAction = definePublicAction({
  schema: signUpInput,
  errors: SIGN_UP_ERRORS,
  run: async (origin, input) => signUp(origin, input, await requestLocale()),
  done: async session => {
    await setSessionCookie(session)
    redirect('/dashboard')
  },
})
