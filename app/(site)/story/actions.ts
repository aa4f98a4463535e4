'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { definePublicAction } from '#lib/action.ts'
import { getWords } from '#lib/i18n/request.ts'
import { moveClockInput, STORY_ERRORS, signInAsInput } from '#lib/story/model.ts'
import { moveClock } from '#lib/story/move-clock.ts'
import { signInAs } from '#lib/story/sign-in-as.ts'
import { setSessionCookie } from '#lib/users/session-cookie.ts'

export const signInAsAction = definePublicAction({
  schema: signInAsInput,
  errors: STORY_ERRORS,
  run: signInAs,
  done: async session => {
    await setSessionCookie(session)
    redirect('/dashboard')
  },
})

export const moveClockAction = definePublicAction({
  schema: moveClockInput,
  errors: STORY_ERRORS,
  run: (_origin, input) => moveClock(input),
  done: async ({ stripeNow, happened }) => {
    revalidatePath('/', 'layout')
    const t = await getWords()
    const style = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const
    const at = new Intl.DateTimeFormat(t.locale, style).format(stripeNow)
    return happened === 0 ? t('story.movedNothing', { at }) : t('story.moved', { at, count: happened })
  },
})
