import { invalid } from '../core/errors.ts'
import { newId, PLATFORM } from '../core/ids.ts'
import { owned } from '../core/owned.ts'
import type { Tx } from '../core/tx.ts'
import type { PaymentMethod } from './method.ts'

/**
 * Copies a platform's payment method to a connected account, where it belongs to nobody yet. One that is attached may only be copied
 * with its customer named. docs.stripe.com/connect/direct-charges-multiple-accounts
 * @throws StripeError 400.
 */
export function cloneMethod(
  tx: Tx,
  id: string,
  customer: string | undefined,
  account: string,
): PaymentMethod {
  if (account === PLATFORM) {
    throw invalid(
      'You can only clone a PaymentMethod to a connected account: send the Stripe-Account header.',
      {
        param: 'payment_method',
      },
    )
  }
  const original = owned(tx, 'payment_method', id, PLATFORM, 'payment_method')
  if (original.customer !== null && original.customer !== customer) {
    throw invalid(
      `The PaymentMethod ${id} belongs to the Customer ${String(original.customer)}. Please include the Customer in the \`customer\` parameter.`,
      { param: 'customer' },
    )
  }
  const copy = { ...structuredClone(original), id: newId('pm'), created: tx.now, customer: null }
  tx.put('_card', copy.id, { ...structuredClone(tx.get('_card', id)), consumed: false }, account)
  return tx.put('payment_method', copy.id, copy, account)
}
