import { now } from '../clock.ts'
import { db, type Prisma } from '../db.ts'
import { ok, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { cancel, retrievePayment } from '../stripe/payment-intents.ts'
import { continueAuthorization } from './continue-authorization.ts'
import { continueCapture } from './continue-capture.ts'
import { continueRelease } from './continue-release.ts'
import { syncPayment } from './sync-payment.ts'

type PaymentRow = Prisma.PaymentGetPayload<object>

/** How long an employer has for the bank's check before the attempt is ended. */
const AUTHENTICATION_MS = 24 * 3600 * 1000

/** What a decline left at Stripe must not be completed later: it is canceled. */
async function cancelLeftover(payment: PaymentRow): Promise<Result<unknown, StripeFailure>> {
  if (!payment.stripePaymentIntentId) return ok()
  const intent = await retrievePayment(payment.stripePaymentIntentId)
  if (!intent.ok || intent.value.status === 'canceled' || intent.value.status === 'succeeded') return intent
  return cancel(payment.id, payment.stripePaymentIntentId)
}

/**
 * Takes a payment from wherever a crash or an outage left it to where it was going. Stripe's answer is recorded through
 * the same functions that the actions use; a failure is returned, so that the job is tried again.
 */
export async function resumePayment(paymentId: string): Promise<Result<unknown, StripeFailure>> {
  const payment = await db().payment.findUnique({ where: { id: paymentId } })
  if (!payment || payment.status === 'succeeded' || payment.status === 'canceled') return ok()
  if (payment.status === 'failed') return cancelLeftover(payment)
  if (payment.releaseRequestedAt) return continueRelease(paymentId)
  if (payment.status === 'pending') return continueAuthorization(paymentId)
  if (payment.captureRequestedAt && payment.status === 'requires_capture') return continueCapture(paymentId)
  const waiting = now().getTime() - payment.createdAt.getTime()
  if (payment.status === 'requires_action' && waiting > AUTHENTICATION_MS) return continueRelease(paymentId)
  return payment.stripePaymentIntentId ? syncPayment(payment.stripePaymentIntentId) : ok()
}
