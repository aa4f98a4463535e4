import { badParameter } from '../core/errors.ts'
import { OTHER_TYPES } from './other-types.ts'

const MODELLED = ['card', 'sepa_debit']

interface Sent {
  allowed_payment_method_types?: string[] | undefined
  payment_method_types?: string[] | undefined
}

/**
 * The ways to pay that an intent allows, by the parameter of API version 2026-10-28 or its older name; null when neither is
 * given. Only cards and SEPA debits are paid with here: a list that leaves no room for them cannot be meant.
 * @throws StripeError 400 `payment_intent_invalid_parameter` or `setup_intent_invalid_parameter`.
 */
export function allowedTypes(sent: Sent, intent: 'payment_intent' | 'setup_intent'): string[] | null {
  const types = sent.allowed_payment_method_types ?? sent.payment_method_types
  if (!types || types.length === 0) return null
  const known: readonly string[] = [...MODELLED, ...OTHER_TYPES]
  const usable = types.some(type => MODELLED.includes(type))
  const wrong = types.find(type => !known.includes(type)) ?? (usable ? null : types[0])
  if (wrong === null) return types
  throw badParameter(
    `The payment method type "${wrong}" is invalid. Please ensure the provided type is activated in your dashboard (https://dashboard.stripe.com/account/payments/settings) and your account is enabled for any preview features that you are trying to use. This is the local Stripe: it models cards and SEPA debits only.`,
    {
      code: `${intent}_invalid_parameter`,
      param: sent.allowed_payment_method_types ? 'allowed_payment_method_types' : 'payment_method_types',
    },
  )
}
