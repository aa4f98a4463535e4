import { db } from '../db.ts'
import { fail, invariant, ok, type Result } from '../result.ts'
import { isDefinite, type StripeFailure } from '../stripe/errors.ts'
import { isKeyForgotten } from '../stripe/idempotency.ts'
import {
  type AuthorizeInput,
  authorize,
  findPayment,
  type PaymentSnapshot,
  retrievePayment,
} from '../stripe/payment-intents.ts'
import { failPayment } from './fail-payment.ts'
import type { PaymentBefore } from './payment-facts.ts'
import { recordPayment } from './record-payment.ts'

async function askStripe(paymentId: string): Promise<Result<PaymentSnapshot | null, StripeFailure>> {
  const payment = await db().payment.findUniqueOrThrow({
    where: { id: paymentId },
    include: { account: true, order: true, savedCard: { include: { customer: true } } },
  })
  // A replayed answer is as old as the first one: once the intent is known it is read, not sent again.
  if (payment.stripePaymentIntentId) return retrievePayment(payment.stripePaymentIntentId)
  if (isKeyForgotten(payment.createdAt)) return findPayment(paymentId)
  const { order } = payment
  const { stripeCustomerId } = payment.savedCard.customer
  invariant(
    stripeCustomerId && payment.account.stripeAccountId,
    'a payment row names a card and an account that exist at Stripe',
  )
  const sent = await authorize({
    paymentId,
    requestKey: payment.requestKey,
    replacesPaymentId: payment.replacesPaymentId,
    order: { ...order, orderId: order.id, orderRequestKey: order.requestKey },
    amount: payment.amount,
    currency: payment.currency,
    commission: payment.commissionAmount,
    customerId: stripeCustomerId,
    paymentMethodId: payment.savedCard.stripePaymentMethodId,
    destinationAccountId: payment.account.stripeAccountId,
  })
  if (sent.ok || sent.error.code !== 'idempotency_error') return sent
  // An older version of ours has sent it, and told Stripe less: what came of that is there to be found, if not yet then soon.
  const found = await findPayment(paymentId)
  return found.ok && found.value ? found : sent
}

const NEVER_ARRIVED: StripeFailure = {
  kind: 'invalid_request',
  code: 'never_arrived',
  declineCode: null,
  param: null,
  paymentIntentId: null,
}

async function recordAnswer(
  paymentId: string,
  answer: Result<PaymentSnapshot | null, StripeFailure>,
  made?: PaymentBefore,
): Promise<Result<PaymentSnapshot, StripeFailure>> {
  if (!answer.ok) {
    if (isDefinite(answer.error)) await failPayment(paymentId, answer.error)
    return answer
  }
  if (!answer.value) {
    await failPayment(paymentId, NEVER_ARRIVED)
    return fail(NEVER_ARRIVED)
  }
  await recordPayment(answer.value, made)
  return ok(answer.value)
}

/** Takes a payment whose row was made a moment ago to Stripe, without reading it again, and records the answer. */
export async function sendAuthorization(
  made: PaymentBefore,
  call: AuthorizeInput,
): Promise<Result<PaymentSnapshot, StripeFailure>> {
  return recordAnswer(made.id, await authorize(call), made)
}

/**
 * Takes a payment that is not decided yet to Stripe and records the answer. Safe to call at any time and any number of times: the same
 * row is the same idempotency key; after 23 hours it looks for the intent instead of sending again.
 */
export async function continueAuthorization(
  paymentId: string,
): Promise<Result<PaymentSnapshot, StripeFailure>> {
  return recordAnswer(paymentId, await askStripe(paymentId))
}
