'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { definePublicAction } from '#lib/action.ts'
import { UNSUBSCRIBE_ERRORS } from '#lib/preferences/model.ts'
import { unsubscribe } from '#lib/preferences/unsubscribe.ts'

export const unsubscribeAction = definePublicAction({
  schema: z.object({ token: z.string().max(200) }),
  errors: UNSUBSCRIBE_ERRORS,
  run: (origin, { token }) => unsubscribe(origin, token),
  done: (_done, { token }) => redirect(`/unsubscribe/${encodeURIComponent(token)}?done=1`),
})
