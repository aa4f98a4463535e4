'use server'

import { revalidatePath } from 'next/cache'
import { defineAdminAction } from '#lib/action.ts'
import { EVENT_ERRORS, replayEventInput } from '#lib/webhooks/model.ts'
import { replayEvent } from '#lib/webhooks/replay-event.ts'

export const replayEventAction = defineAdminAction('replayEventAction', {
  schema: replayEventInput,
  once: { form: 'stripe_event.replay' },
  errors: EVENT_ERRORS,
  run: replayEvent,
  done: () => {
    revalidatePath('/admin/webhooks')
    return 'webhooks.queued'
  },
})
