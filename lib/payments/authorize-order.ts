import { fail, ok, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import type { PaymentSnapshot } from '../stripe/payment-intents.ts'
import type { Actor } from '../users/model.ts'
import { type Claimed, claimPayment, type KnownPayment } from './claim-payment.ts'
import { continueAuthorization, sendAuthorization } from './continue-authorization.ts'
import { continueRelease } from './continue-release.ts'
import type { AuthorizeOrderInput } from './input-model.ts'
import { type AuthorizeOutcome, declineReason, type PaymentErrorCode } from './model.ts'
import { syncPayment } from './sync-payment.ts'

/** What an intent's state means to the employer. */
export function outcomeOf(
  paymentId: string,
  snapshot: PaymentSnapshot,
): Result<AuthorizeOutcome, PaymentErrorCode> {
  if (snapshot.status === 'requires_capture') return ok({ paymentId, status: 'held' })
  if (snapshot.status === 'requires_action') {
    return ok({ paymentId, status: 'requires_action', clientSecret: snapshot.clientSecret })
  }
  if (snapshot.status === 'succeeded') return fail('already_held')
  if (snapshot.status === 'canceled') return fail('hold_expired')
  if (snapshot.status === 'requires_payment_method')
    return fail(declineReason(snapshot.declineCode, snapshot.failureCode))
  return ok({ paymentId, status: 'processing' })
}

/** What a definite refusal means to the employer. */
export function errorOf(failure: StripeFailure): PaymentErrorCode {
  if (failure.kind === 'card_declined' || failure.kind === 'authentication_required') {
    return declineReason(failure.declineCode, failure.code)
  }
  return failure.code?.includes('capabilities') ? 'contractor_not_payable' : 'refused_by_stripe'
}

/** Why a payment that is over cannot be taken any further; null for one that can. */
function endOf(known: KnownPayment): PaymentErrorCode | null {
  if (known.status === 'failed') return declineReason(known.declineCode, known.failureCode)
  if (known.status === 'requires_capture' || known.status === 'succeeded') return 'already_held'
  return known.status === 'canceled' ? 'hold_expired' : null
}

/** Takes the claimed payment to Stripe, or says where it already stands. */
async function drive(claimed: Claimed): Promise<Result<AuthorizeOutcome, PaymentErrorCode>> {
  const end = 'known' in claimed ? endOf(claimed.known) : null
  if (end) return fail(end)
  const paymentId = 'known' in claimed ? claimed.known.id : claimed.made.id
  const answer = await ('known' in claimed
    ? continueAuthorization(paymentId)
    : sendAuthorization(claimed.made, claimed.call))
  if (answer.ok) return outcomeOf(paymentId, answer.value)
  const { kind } = answer.error
  if (kind === 'unknown_outcome' || kind === 'unavailable' || kind === 'rate_limited') {
    return ok({ paymentId, status: 'processing' })
  }
  return fail(errorOf(answer.error))
}

/** An attempt that waits for 3D Secure on another card is ended before a new one begins. */
async function abandon(known: KnownPayment): Promise<void> {
  if (!known.stripePaymentIntentId) return
  const synced = await syncPayment(known.stripePaymentIntentId)
  if (synced.ok && synced.value === 'requires_action') await continueRelease(known.id)
}

/**
 * Puts a hold for an order on one of the employer's saved cards: one PaymentIntent, created and confirmed in one call.
 * Pressing twice, reloading, going back or a second tab all lead to the same payment; a bank's check continues in the
 * browser with the client secret. With no answer from Stripe the outcome is `processing` and a job finds it out.
 */
export async function authorizeOrder(
  actor: Actor,
  input: AuthorizeOrderInput,
): Promise<Result<AuthorizeOutcome, PaymentErrorCode>> {
  let claimed = await claimPayment(actor, input)
  if (
    claimed.ok &&
    'known' in claimed.value &&
    claimed.value.known.status === 'requires_action' &&
    claimed.value.known.savedCardId !== input.savedCardId
  ) {
    await abandon(claimed.value.known)
    claimed = await claimPayment(actor, input)
  }
  return claimed.ok ? drive(claimed.value) : claimed
}
