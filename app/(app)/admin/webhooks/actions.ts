'use server'

import { revalidatePath } from 'next/cache'
import { defineAdminAction } from '#lib/action.ts'
import { message } from '#lib/i18n/message.ts'
import { deliverAgain } from '#lib/webhooks/deliver-again.ts'
import { DELIVERY_ERRORS, deliverAgainInput } from '#lib/webhooks/deliveries-model.ts'
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

export const deliverAgainAction = defineAdminAction('deliverAgainAction', {
  schema: deliverAgainInput,
  once: 'repeatable',
  errors: DELIVERY_ERRORS,
  run: deliverAgain,
  done: ({ how, stored, changes }, { stripeEventRowId }) => {
    revalidatePath(`/admin/webhooks/${stripeEventRowId}`)
    return how === 'duplicate' && stored === 0
      ? message('deliveries.wasKnown', { changes })
      : message('deliveries.wasStored', { stored, changes })
  },
})
