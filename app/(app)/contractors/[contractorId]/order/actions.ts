'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#lib/action.ts'
import { ORDER_ERRORS, placeOrderInput } from '#lib/orders/model.ts'
import { placeOrder } from '#lib/payments/place-order.ts'

export const placeOrderAction = defineAction({
  schema: placeOrderInput,
  role: 'EMPLOYER',
  verified: true,
  once: 'own-row',
  errors: ORDER_ERRORS,
  run: placeOrder,
  done: ({ orderId }) => redirect(`/orders/${orderId}/checkout`),
})
