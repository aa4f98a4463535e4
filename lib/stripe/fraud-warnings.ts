import type Stripe from 'stripe'
import type { Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'

/** An EarlyFraudWarning in our shape. */
export type FraudWarningSnapshot = {
  stripeWarningId: string
  chargeId: string
  paymentIntentId: string | null
  /** Stripe's own word, of which there may be new ones. */
  fraudType: string
  /** The payment is neither refunded whole nor disputed. */
  isActionable: boolean
  warnedAt: Date
}

const idOf = (value: string | { id: string }) => (typeof value === 'string' ? value : value.id)

function reshape(warning: Stripe.Radar.EarlyFraudWarning): FraudWarningSnapshot {
  return {
    stripeWarningId: warning.id,
    chargeId: idOf(warning.charge),
    paymentIntentId: warning.payment_intent ? idOf(warning.payment_intent) : null,
    fraudType: warning.fraud_type,
    isActionable: warning.actionable,
    warnedAt: new Date(warning.created * 1000),
  }
}

/** https://docs.stripe.com/api/radar/early_fraud_warnings/retrieve */
export function retrieveFraudWarning(
  stripeWarningId: string,
): Promise<Result<FraudWarningSnapshot, StripeFailure>> {
  return callStripe(async () => reshape(await stripe().radar.earlyFraudWarnings.retrieve(stripeWarningId)))
}

/** Every warning since a moment. https://docs.stripe.com/api/radar/early_fraud_warnings/list */
export function listFraudWarnings(since: Date): Promise<Result<FraudWarningSnapshot[], StripeFailure>> {
  return callStripe(async () => {
    const warnings: FraudWarningSnapshot[] = []
    const created = { gte: Math.floor(since.getTime() / 1000) }
    for await (const warning of stripe().radar.earlyFraudWarnings.list({ created, limit: 100 }))
      warnings.push(reshape(warning))
    return warnings
  })
}
