import Stripe from 'stripe'
import { logger } from '../logger.ts'
import { fail, ok, type Result } from '../result.ts'

/**
 * Everything that can go wrong at Stripe, closed into a small set.
 * Definite (Stripe did nothing; a new attempt needs a new idempotency key): `card_declined`, `authentication_required`,
 * `insufficient_balance`, `already_done`, `invalid_request`. Indefinite (try again later with the same key):
 * `rate_limited`, `unavailable` (Stripe did nothing yet) and `unknown_outcome` (it may have).
 */
export type StripeFailure = {
  kind:
    | 'card_declined'
    | 'authentication_required'
    | 'insufficient_balance'
    | 'already_done'
    | 'invalid_request'
    | 'rate_limited'
    | 'unavailable'
    | 'unknown_outcome'
  /** Stripe's `code`, such as `charge_already_captured`. For logs and rows, never for a page. */
  code: string | null
  declineCode: string | null
  /** Stripe's `param`, such as `individual[dob][year]`. */
  param: string | null
  /** The PaymentIntent that a decline left behind, if any. */
  paymentIntentId: string | null
}

const KIND_BY_CODE: Record<string, StripeFailure['kind']> = {
  authentication_required: 'authentication_required',
  balance_insufficient: 'insufficient_balance',
  insufficient_funds: 'insufficient_balance',
  charge_already_captured: 'already_done',
  charge_already_refunded: 'already_done',
  charge_exceeds_source_limit: 'already_done',
  payment_intent_unexpected_state: 'already_done',
  setup_intent_unexpected_state: 'already_done',
  transfer_already_reversed: 'already_done',
  resource_already_exists: 'already_done',
  lock_timeout: 'rate_limited',
}

function kindOf(error: InstanceType<typeof Stripe.errors.StripeError>): StripeFailure['kind'] {
  if (error instanceof Stripe.errors.StripeCardError) {
    return error.code === 'authentication_required' ? 'authentication_required' : 'card_declined'
  }
  if (error instanceof Stripe.errors.StripeRateLimitError) return 'rate_limited'
  if (error instanceof Stripe.errors.StripeConnectionError) return 'unknown_outcome'
  // Something else was sent with this key, by an older version of ours: what came of that is to be looked for.
  if (error instanceof Stripe.errors.StripeIdempotencyError) return 'unknown_outcome'
  const status = error.statusCode ?? 0
  if (status === 409 || status === 401 || status === 403) return 'unavailable'
  if (status >= 500 || status === 0) return 'unknown_outcome'
  return KIND_BY_CODE[error.code ?? ''] ?? 'invalid_request'
}

function failureOf(error: InstanceType<typeof Stripe.errors.StripeError>): StripeFailure {
  return {
    kind: kindOf(error),
    code: error.code ?? (error instanceof Stripe.errors.StripeIdempotencyError ? 'idempotency_error' : null),
    declineCode: error.decline_code ?? null,
    param: error.param ?? null,
    paymentIntentId: error.payment_intent?.id ?? null,
  }
}

/** Whether Stripe has definitely refused, so that the attempt is over. */
export function isDefinite(failure: StripeFailure): boolean {
  return (
    failure.kind !== 'rate_limited' && failure.kind !== 'unavailable' && failure.kind !== 'unknown_outcome'
  )
}

/**
 * Whether Stripe has no such connected account of this platform: it was deleted there, or the key is another platform's. Not definite, for
 * the second reason; but whoever goes through all accounts goes on with the next. https://docs.stripe.com/error-codes#account-invalid
 */
export const isAccountGone = (failure: StripeFailure): boolean => failure.code === 'account_invalid'

/** Calls Stripe and turns its errors into values; anything that is not Stripe's error is a bug and stays thrown. */
export async function callStripe<T>(call: () => Promise<T>): Promise<Result<T, StripeFailure>> {
  try {
    return ok(await call())
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error
    const failure = failureOf(error)
    logger.warn(
      { requestId: error.requestId, status: error.statusCode, type: error.type, ...failure },
      'stripe refused',
    )
    return fail(failure)
  }
}
