import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { isUniqueViolation, type Prisma, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { getPayableAccount } from '../onboarding/queries.ts'
import { fail, ok, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import type { PaymentSnapshot } from '../stripe/payment-intents.ts'
import type { Actor } from '../users/model.ts'
import { continueAuthorization } from './continue-authorization.ts'
import { continueRelease } from './continue-release.ts'
import {
  type AuthorizeOrderInput,
  type AuthorizeOutcome,
  declineReason,
  LIVE_STATUSES,
  type PaymentErrorCode,
} from './model.ts'
import { syncPayment } from './sync-payment.ts'

type PaymentRow = Prisma.PaymentGetPayload<object>
type Account = NonNullable<Awaited<ReturnType<typeof getPayableAccount>>>

async function insert(
  tx: Tx,
  actor: Actor,
  input: AuthorizeOrderInput,
  account: Account,
): Promise<PaymentRow> {
  const order = await tx.order.findUniqueOrThrow({ where: { id: input.orderId } })
  const payment = await tx.payment.create({
    data: {
      id: newId('pay'),
      orderId: order.id,
      requestKey: input.requestKey,
      livemode: order.livemode,
      connectedAccountId: account.connectedAccountId,
      savedCardId: input.savedCardId,
      amount: order.amount,
      currency: order.currency,
      commissionAmount: order.commissionAmount,
    },
  })
  await recordAuditEvent(tx, actor, {
    action: 'payment.authorize',
    subject: { type: 'payment', id: payment.id },
    after: { orderId: order.id, amount: order.amount.toString(), currency: order.currency },
  })
  // The net under the call that follows: whatever happens to this process, the row is taken to its end.
  await enqueue(
    tx,
    'resume-payment',
    { paymentId: payment.id },
    { key: `payment:${payment.id}`, delaySeconds: 30 },
  )
  return payment
}

/** Under the order's lock: the payment that this form, or another tab, already made; or a new `pending` one. */
async function claim(
  tx: Tx,
  actor: Actor,
  input: AuthorizeOrderInput,
): Promise<Result<{ payment: PaymentRow; isNew: boolean }, PaymentErrorCode>> {
  const { livemode } = env().stripe
  await tx.$queryRaw`SELECT id FROM orders WHERE id = ${input.orderId} AND employer_id = ${actor.userId} FOR UPDATE`
  const order = await tx.order.findFirst({ where: { id: input.orderId, employerId: actor.userId, livemode } })
  if (!order) return fail('not_found')
  const repeated = await tx.payment.findFirst({ where: { orderId: order.id, requestKey: input.requestKey } })
  if (repeated) {
    return repeated.savedCardId === input.savedCardId
      ? ok({ payment: repeated, isNew: false })
      : fail('request_key_reused')
  }
  const live = await tx.payment.findFirst({
    where: { orderId: order.id, status: { in: [...LIVE_STATUSES] } },
  })
  if (live) return ok({ payment: live, isNew: false })
  if (order.status !== 'placed') return fail('wrong_state')
  // Removing the card waits for this payment, or this payment finds the card removed.
  await tx.$queryRaw`SELECT id FROM saved_cards WHERE id = ${input.savedCardId} FOR SHARE`
  const card = await tx.savedCard.findFirst({
    where: { id: input.savedCardId, removedAt: null, livemode, customer: { userId: actor.userId } },
  })
  if (!card) return fail('card_not_found')
  const account = await getPayableAccount(tx, order.contractorId)
  if (!account) return fail('contractor_not_payable')
  return ok({ payment: await insert(tx, actor, input, account), isNew: true })
}

function outcomeOf(paymentId: string, snapshot: PaymentSnapshot): Result<AuthorizeOutcome, PaymentErrorCode> {
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

function errorOf(failure: StripeFailure): PaymentErrorCode {
  if (failure.kind === 'card_declined' || failure.kind === 'authentication_required') {
    return declineReason(failure.declineCode, failure.code)
  }
  return failure.code?.includes('capabilities') ? 'contractor_not_payable' : 'refused_by_stripe'
}

/** Takes the claimed payment to Stripe, or says where it already stands. */
async function drive(payment: PaymentRow): Promise<Result<AuthorizeOutcome, PaymentErrorCode>> {
  if (payment.status === 'failed') return fail(declineReason(payment.declineCode, payment.failureCode))
  if (payment.status === 'requires_capture' || payment.status === 'succeeded') return fail('already_held')
  if (payment.status === 'canceled') return fail('hold_expired')
  const answer = await continueAuthorization(payment.id)
  if (answer.ok) return outcomeOf(payment.id, answer.value)
  const { kind } = answer.error
  if (kind === 'unknown_outcome' || kind === 'unavailable' || kind === 'rate_limited') {
    return ok({ paymentId: payment.id, status: 'processing' })
  }
  return fail(errorOf(answer.error))
}

/** An attempt that waits for 3D Secure on another card is ended before a new one begins. */
async function abandon(payment: PaymentRow): Promise<void> {
  if (!payment.stripePaymentIntentId) return
  const synced = await syncPayment(payment.stripePaymentIntentId)
  if (synced.ok && synced.value === 'requires_action') await continueRelease(payment.id)
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
  const attempt = () => transaction(tx => claim(tx, actor, input))
  let claimed = await attempt().catch(error => {
    if (isUniqueViolation(error)) return attempt()
    throw error
  })
  if (
    claimed.ok &&
    claimed.value.payment.status === 'requires_action' &&
    claimed.value.payment.savedCardId !== input.savedCardId
  ) {
    await abandon(claimed.value.payment)
    claimed = await attempt()
  }
  return claimed.ok ? drive(claimed.value.payment) : claimed
}
