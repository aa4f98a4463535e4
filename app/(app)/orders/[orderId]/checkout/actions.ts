'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '#lib/action.ts'
import { authorizeOrder } from '#lib/payments/authorize-order.ts'
import { finishAuthentication } from '#lib/payments/finish-authentication.ts'
import { authorizeOrderInput, finishAuthenticationInput } from '#lib/payments/input-model.ts'
import { PAYMENT_ERRORS } from '#lib/payments/model.ts'

/** The order's own page says what holds now; a definite refusal needs a new request key, so the page is drawn again. */
function followRefusal(code: string, { orderId }: { orderId: string }): void {
  if (code === 'already_held' || code === 'wrong_state') redirect(`/orders/${orderId}?done=already-held`)
  revalidatePath(`/orders/${orderId}/checkout`)
}

export const holdAction = defineAction({
  schema: authorizeOrderInput,
  role: 'EMPLOYER',
  verified: true,
  once: 'own-row',
  errors: PAYMENT_ERRORS,
  run: authorizeOrder,
  done: (outcome, { orderId }) => {
    if (outcome.status !== 'requires_action') redirect(`/orders/${orderId}?done=${outcome.status}`)
    const { paymentId, clientSecret } = outcome
    return { message: 'checkout.yourBankWantsToCheck', data: { paymentId, clientSecret } }
  },
  failed: followRefusal,
})

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
