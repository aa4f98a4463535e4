'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '#lib/action.ts'
import { finishAuthentication } from '#lib/payments/finish-authentication.ts'
import { giveUpRenewal } from '#lib/payments/give-up-renewal.ts'
import {
  authorizeOrderInput,
  finishAuthenticationInput,
  giveUpRenewalInput,
} from '#lib/payments/input-model.ts'
import { PAYMENT_ERRORS } from '#lib/payments/model.ts'
import { renewHold } from '#lib/payments/renew-hold.ts'

/** The order's own page says what holds now; a refused card needs a new request key, so the page is drawn again. */
function followRefusal(code: string, { orderId }: { orderId: string }): void {
  if (code === 'hold_expired' || code === 'wrong_state') redirect(`/orders/${orderId}?done=moved`)
  revalidatePath(`/orders/${orderId}/renew`)
}

export const renewAction = defineAction({
  schema: authorizeOrderInput,
  role: 'EMPLOYER',
  verified: true,
  once: 'own-row',
  errors: PAYMENT_ERRORS,
  run: renewHold,
  done: (outcome, { orderId, savedCardId }) => {
    if (outcome.status !== 'requires_action')
      redirect(`/orders/${orderId}?done=${outcome.status === 'held' ? 'renewed' : 'renewing'}`)
    const { paymentId, clientSecret } = outcome
    return {
      message: 'checkout.yourBankWantsToCheck',
      data: { paymentId, clientSecret, savedCardId },
    }
  },
  failed: followRefusal,
})

export const finishRenewalAction = defineAction({
  schema: finishAuthenticationInput.extend({ orderId: z.string().max(40) }),
  role: 'EMPLOYER',
  once: 'repeatable',
  errors: PAYMENT_ERRORS,
  run: finishAuthentication,
  done: ({ status }, { orderId }) => {
    if (status === 'requires_capture') redirect(`/orders/${orderId}?done=renewed`)
    revalidatePath(`/orders/${orderId}/renew`)
    return { message: '', data: { status } }
  },
  failed: followRefusal,
})

export const giveUpRenewalAction = defineAction({
  schema: giveUpRenewalInput,
  role: 'EMPLOYER',
  once: 'repeatable',
  errors: PAYMENT_ERRORS,
  run: giveUpRenewal,
  done: (_value, { orderId }) => redirect(`/orders/${orderId}?done=kept`),
  failed: followRefusal,
})
