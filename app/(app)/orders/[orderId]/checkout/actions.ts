'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { actionOf, defineAction } from '#lib/action.ts'
import { holdForm } from '#lib/checkout/hold-form.ts'
import { finishAuthentication } from '#lib/payments/finish-authentication.ts'
import { finishAuthenticationInput } from '#lib/payments/input-model.ts'
import { PAYMENT_ERRORS } from '#lib/payments/model.ts'

/** The order's own page says what holds now; a definite refusal needs a new request key, so the page is drawn again. */
function followRefusal(code: string, { orderId }: { orderId: string }): void {
  if (code === 'already_held' || code === 'wrong_state') redirect(`/orders/${orderId}?done=already-held`)
  revalidatePath(`/orders/${orderId}/checkout`)
}

/** For forms that are sent without JavaScript; else they go to `/api/orders/<order>/hold`. */
export const holdAction = actionOf(holdForm)

export const finishAuthenticationAction = defineAction({
  schema: finishAuthenticationInput.extend({ orderId: z.string().max(40) }),
  role: 'EMPLOYER',
  once: 'repeatable',
  errors: PAYMENT_ERRORS,
  run: finishAuthentication,
  done: ({ status }, { orderId }) => {
    if (status === 'requires_capture') redirect(`/orders/${orderId}?done=held`)
    revalidatePath(`/orders/${orderId}/checkout`)
    return { message: '', data: { status } }
  },
  failed: followRefusal,
})
