import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, isUniqueViolation, type Prisma, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { getPayableAccount } from '../onboarding/payable.ts'
import { fail, ok, type Result } from '../result.ts'
import { isDefinite } from '../stripe/errors.ts'
import type { Actor } from '../users/model.ts'
import { errorOf, outcomeOf } from './authorize-order.ts'
import { continueAuthorization } from './continue-authorization.ts'
import { continueRelease } from './continue-release.ts'
import type { AuthorizeOrderInput } from './input-model.ts'
import { letGoOthers } from './let-go-others.ts'
import { type AuthorizeOutcome, declineReason, type PaymentErrorCode } from './model.ts'
import { isRenewing } from './renewal-state.ts'

type PaymentRow = Prisma.PaymentGetPayload<object>

async function insert(
  tx: Tx,
  actor: Actor,
  input: AuthorizeOrderInput,
  old: PaymentRow,
  connectedAccountId: string,
): Promise<PaymentRow> {
  const { orderId, livemode, amount, currency, commissionAmount } = old
  const { requestKey, savedCardId } = input
  const payment = await tx.payment.create({
    data: {
      id: newId('pay'),
      replacesPaymentId: old.id,
      ...{
        orderId,
        livemode,
        amount,
        currency,
        commissionAmount,
        requestKey,
        savedCardId,
        connectedAccountId,
      },
    },
  })
  await recordAuditEvent(tx, actor, {
    action: 'payment.renew',
    subject: { type: 'payment', id: payment.id },
    after: { orderId, replaces: old.id, amount: amount.toString(), currency },
  })
  // The net under the call that follows: whatever happens to this process, the row is taken to its end.
  const options = { key: `payment:${payment.id}`, delaySeconds: 30 }
  await enqueue(tx, 'resume-payment', { paymentId: payment.id }, options)
  return payment
}

/** The order's hold if it may be renewed now. */
function renewable(payments: PaymentRow[]): Result<PaymentRow, PaymentErrorCode> {
  const hold = payments.find(one => one.status === 'requires_capture' && !one.surplusAt)
  if (!hold) return fail(payments.some(one => one.status === 'succeeded') ? 'wrong_state' : 'hold_expired')
  return hold.captureRequestedAt || hold.releaseRequestedAt ? fail('wrong_state') : ok(hold)
}

/** Under the order's lock: the renewal that this form, or another tab, already began; or a new `pending` one. */
async function claim(
  tx: Tx,
  actor: Actor,
  input: AuthorizeOrderInput,
): Promise<Result<PaymentRow, PaymentErrorCode>> {
  const { livemode } = env().stripe
  const { orderId, savedCardId } = input
  await tx.$queryRaw`SELECT id FROM orders WHERE id = ${orderId} AND employer_id = ${actor.userId} FOR NO KEY UPDATE`
  const order = await tx.order.findFirst({
    where: { id: orderId, employerId: actor.userId, livemode },
    include: { payments: true },
  })
  if (!order) return fail('not_found')
  const { payments } = order
  const repeated = payments.find(one => one.requestKey === input.requestKey)
  if (repeated) {
    const isSame = repeated.savedCardId === savedCardId && repeated.replacesPaymentId !== null
    return isSame ? ok(repeated) : fail('request_key_reused')
  }
  const hold = renewable(payments)
  if (!hold.ok) return hold
  if (order.status !== 'held' && order.status !== 'delivered') return fail('wrong_state')
  const begun = payments.find(one => isRenewing(one) && !one.surplusAt)
  if (begun && (begun.savedCardId === savedCardId || begun.status === 'pending')) return ok(begun)
  // Removing the card waits for this payment, or this payment finds the card removed.
  await tx.$queryRaw`SELECT id FROM saved_cards WHERE id = ${savedCardId} FOR SHARE`
  const card = await tx.savedCard.findFirst({
    where: { id: savedCardId, removedAt: null, livemode, customer: { userId: actor.userId } },
  })
  if (!card) return fail('card_not_found')
  const account = await getPayableAccount(tx, order.contractorId)
  if (!account) return fail('contractor_not_payable')
  // A bank's check that was begun for another card is not waited for.
  if (begun) await letGoOthers(tx, orderId, hold.value.id)
  return ok(await insert(tx, actor, input, hold.value, account.connectedAccountId))
}

/** Lets go of the holds that another one stands for. What fails here the job does. */
async function releaseSurplus(payments: PaymentRow[]): Promise<void> {
  for (const { id, status, surplusAt } of payments)
    if (surplusAt && (status === 'requires_action' || status === 'requires_capture'))
      await continueRelease(id)
}

/** Where a renewal stands that is beyond its beginning; null for one that Stripe is still to be asked about. */
function standing(payment: PaymentRow): Result<AuthorizeOutcome, PaymentErrorCode> | null {
  if (payment.status === 'failed') return fail(declineReason(payment.declineCode, payment.failureCode))
  if (payment.surplusAt || payment.status === 'canceled' || payment.status === 'succeeded')
    return fail('wrong_state')
  return payment.status === 'requires_capture' ? ok({ paymentId: payment.id, status: 'held' }) : null
}

/** Takes the claimed renewal to Stripe, lets go of the old hold once the new one holds, and says where that led. */
async function drive(claimed: PaymentRow): Promise<Result<AuthorizeOutcome, PaymentErrorCode>> {
  const answer = standing(claimed) ? null : await continueAuthorization(claimed.id)
  if (answer && !answer.ok) {
    return isDefinite(answer.error)
      ? fail(errorOf(answer.error))
      : ok({ paymentId: claimed.id, status: 'processing' })
  }
  const payments = await db().payment.findMany({ where: { orderId: claimed.orderId } })
  await releaseSurplus(payments)
  const outcome = standing(payments.find(({ id }) => id === claimed.id) ?? claimed)
  if (outcome) return outcome
  return answer ? outcomeOf(claimed.id, answer.value) : ok({ paymentId: claimed.id, status: 'processing' })
}

/**
 * Puts a new hold for an order on one of the employer's cards and lets the old one go, in this order: at no moment is the order without
 * its money. Until the new one holds the old one stands, also while a bank checks that it is the employer, and when the card is
 * declined. Pressing twice, reloading or a second tab are one renewal. With no answer from Stripe the outcome is `processing` and a
 * job finds it out.
 */
export async function renewHold(
  actor: Actor,
  input: AuthorizeOrderInput,
): Promise<Result<AuthorizeOutcome, PaymentErrorCode>> {
  const attempt = () => transaction(tx => claim(tx, actor, input))
  const claimed = await attempt().catch(error => {
    if (isUniqueViolation(error)) return attempt()
    throw error
  })
  return claimed.ok ? drive(claimed.value) : claimed
}
