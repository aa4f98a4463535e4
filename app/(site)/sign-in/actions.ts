'use server'

import { redirect } from 'next/navigation'
import { definePublicAction } from '#lib/action.ts'
import { beginSignIn } from '#lib/users/begin-sign-in.ts'
import { setChallengeCookie } from '#lib/users/challenge-cookie.ts'
import { SIGN_IN_ERRORS, signInInput } from '#lib/users/model.ts'
import { safePath } from '#lib/users/safe-path.ts'
import { setSessionCookie } from '#lib/users/session-cookie.ts'

export const signInAction = definePublicAction({
  schema: signInInput,
  errors: SIGN_IN_ERRORS,
  run: beginSignIn,
  done: async (begun, { next }) => {
    const goal = safePath(next)
    if ('session' in begun) {
      await setSessionCookie(begun.session)
      redirect(goal)
    }
    await setChallengeCookie(begun.challengeId)
    redirect(`/sign-in/code?next=${encodeURIComponent(goal)}`)
  },
})
