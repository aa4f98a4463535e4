import { defineForm } from '../action.ts'
import { authorizeOrder } from '../payments/authorize-order.ts'
import { authorizeOrderInput } from '../payments/input-model.ts'
import { PAYMENT_ERRORS } from '../payments/model.ts'

/** The checkout's form: its server action and its own address answer the same. */
export const holdForm = defineForm({
  schema: authorizeOrderInput,
  role: 'EMPLOYER',
  verified: true,
  once: 'own-row',
  errors: PAYMENT_ERRORS,
  run: authorizeOrder,
  done: (outcome, { orderId }) => {
    if (outcome.status !== 'requires_action') return { location: `/orders/${orderId}?done=${outcome.status}` }
    const { paymentId, clientSecret } = outcome
    return { message: 'checkout.yourBankWantsToCheck', data: { paymentId, clientSecret } }
  },
  // The order's own page says what holds now.
  failed: (code, { orderId }) => {
    if (code === 'already_held' || code === 'wrong_state')
      return { location: `/orders/${orderId}?done=already-held` }
  },
})
