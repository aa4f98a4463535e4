'use server'

import { redirect } from 'next/navigation'
import { definePublicAction } from '#lib/action.ts'
import { clearChallengeCookie, readChallengeCookie } from '#lib/users/challenge-cookie.ts'
import { finishSignIn } from '#lib/users/finish-sign-in.ts'
import { safePath } from '#lib/users/safe-path.ts'
import { SECOND_STEP_ERRORS, secondStepInput } from '#lib/users/second-step-model.ts'
import { setSessionCookie } from '#lib/users/session-cookie.ts'

export const finishSignInAction = definePublicAction({
  schema: secondStepInput,
  errors: SECOND_STEP_ERRORS,
  run: async (origin, { code }) => finishSignIn(origin, { code, challengeId: await readChallengeCookie() }),
  done: async (session, { next }) => {
    await clearChallengeCookie()
    await setSessionCookie(session)
    redirect(safePath(next))
  },
})
