import type { Currency } from '../currencies.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { moneyOf } from '../money.ts'
import { paymentOfLink } from '../notifications/authentication-link.ts'
import { fail, ok, type Result } from '../result.ts'
import { retrievePayment } from '../stripe/payment-intents.ts'
import { declineReason, type PaymentErrorCode, type PaymentStatus } from './model.ts'
import { recordPayment } from './record-payment.ts'

/** What a link's page shows. `clientSecret` continues the check in the browser; null when there is nothing to continue. */
export type LinkedPayment = {
  orderId: string
  title: string
  amount: bigint
  currency: Currency
  status: PaymentStatus
  clientSecret: string | null
}

/** Where the payment of a link stands, read from Stripe; the order is brought up to it. `not_found` for a link that is not valid. */
export async function readLinkedPayment(
  token: string,
): Promise<Result<LinkedPayment, 'not_found' | 'processing'>> {
  const payment = await db().payment.findFirst({
    where: { id: paymentOfLink(token) ?? '', livemode: env().stripe.livemode },
    include: { order: { select: { title: true } } },
  })
  if (!payment?.stripePaymentIntentId) return fail('not_found')
  const { orderId, status: before, order } = payment
  const shown = { orderId, title: order.title, ...moneyOf(payment.amount, payment.currency) }
  if (before !== 'requires_action') return ok({ ...shown, status: before, clientSecret: null })
  const read = await retrievePayment(payment.stripePaymentIntentId)
  if (!read.ok) return fail('processing')
  const status = (await recordPayment(read.value)) ?? before
  return ok({ ...shown, status, clientSecret: status === 'requires_action' ? read.value.clientSecret : null })
}

/** After the bank's check: the truth is read from Stripe. A check that was not passed is the decline's reason. */
export async function finishLinkedAuthentication(input: {
  token: string
}): Promise<Result<PaymentStatus, PaymentErrorCode>> {
  const read = await readLinkedPayment(input.token)
  if (!read.ok) return read
  if (read.value.status !== 'failed') return ok(read.value.status)
  const failed = await db().payment.findUniqueOrThrow({ where: { id: paymentOfLink(input.token) ?? '' } })
  return fail(declineReason(failed.declineCode, failed.failureCode))
}
