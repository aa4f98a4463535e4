'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#lib/action.ts'
import { chooseHoldEnd } from '#lib/orders/choose-hold-end.ts'
import { deliverOrder } from '#lib/orders/deliver-order.ts'
import {
  chooseHoldEndInput,
  ORDER_ERRORS,
  orderNoteInput,
  requestChangesInput,
  takeBackDeliveryInput,
} from '#lib/orders/model.ts'
import { requestChanges } from '#lib/orders/request-changes.ts'
import { takeBackDelivery } from '#lib/orders/take-back-delivery.ts'
import { capturePayment } from '#lib/payments/capture-payment.ts'
import { capturePaymentInput, releaseHoldInput } from '#lib/payments/input-model.ts'
import { PAYMENT_ERRORS } from '#lib/payments/model.ts'
import { releaseHold } from '#lib/payments/release-hold.ts'

type Of = { orderId: string }

/** After a refusal the page is drawn again: the order may have moved on. */
const drawAgain = (_code: string, { orderId }: Of) => revalidatePath(`/orders/${orderId}`)

export const approveAction = defineAction({
  schema: capturePaymentInput,
  role: 'EMPLOYER',
  once: { form: 'order.approve' },
  errors: PAYMENT_ERRORS,
  run: capturePayment,
  done: (_value, { orderId }) => redirect(`/orders/${orderId}?done=approved`),
  failed: drawAgain,
})

export const requestChangesAction = defineAction({
  schema: requestChangesInput,
  role: 'EMPLOYER',
  once: { form: 'order.request_changes' },
  errors: ORDER_ERRORS,
  run: requestChanges,
  done: (_value, { orderId }) => redirect(`/orders/${orderId}?done=changes`),
  failed: drawAgain,
})

export const cancelAction = defineAction({
  schema: releaseHoldInput,
  role: ['EMPLOYER', 'CONTRACTOR', 'ADMIN'],
  once: { form: 'order.cancel' },
  errors: PAYMENT_ERRORS,
  run: releaseHold,
  done: (_value, { orderId }) => redirect(`/orders/${orderId}?done=canceled`),
  failed: drawAgain,
})

export const deliverAction = defineAction({
  schema: orderNoteInput,
  role: 'CONTRACTOR',
  once: { form: 'order.deliver' },
  errors: ORDER_ERRORS,
  run: deliverOrder,
  done: (_value, { orderId }) => redirect(`/orders/${orderId}?done=delivered`),
  failed: drawAgain,
})

export const takeBackDeliveryAction = defineAction({
  schema: takeBackDeliveryInput,
  role: 'CONTRACTOR',
  once: { form: 'order.take_back' },
  errors: ORDER_ERRORS,
  run: takeBackDelivery,
  done: (_value, { orderId }) => redirect(`/orders/${orderId}?done=taken-back`),
  // What offered it is no longer on the page then.
  failed: (_code, { orderId }) => redirect(`/orders/${orderId}?done=not-taken-back`),
})

export const chooseHoldEndAction = defineAction({
  schema: chooseHoldEndInput,
  role: 'EMPLOYER',
  once: 'repeatable',
  errors: ORDER_ERRORS,
  run: chooseHoldEnd,
  done: (_value, { orderId }) => {
    revalidatePath(`/orders/${orderId}`)
    return 'orders.yourChoiceIsKept'
  },
  failed: drawAgain,
})
