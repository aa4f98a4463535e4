import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { CURRENCIES } from '../currencies.ts'
import { type Prisma, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { fromDecimal, moneyOf, proportion } from '../money.ts'
import { moveOrder } from '../orders/move-order.ts'
import { fail, ok, type Result } from '../result.ts'
import { isDefinite } from '../stripe/errors.ts'
import type { Actor } from '../users/model.ts'
import { continueCapture } from './continue-capture.ts'
import { letGoOthers } from './let-go-others.ts'
import type { CapturePaymentInput, PaymentErrorCode } from './model.ts'

type PaymentRow = Prisma.PaymentGetPayload<object>

/** What the employer approves, in minor units: all that is held, or the lesser amount they typed. */
function approvedAmount(payment: PaymentRow, typed: string | undefined): Result<bigint, PaymentErrorCode> {
  if (!typed) return ok(payment.amount)
  const { currency } = moneyOf(payment.amount, payment.currency)
  const money = fromDecimal(typed, currency)
  if (!money || money.amount === 0n) return fail('amount_invalid')
  if (money.amount > payment.amount) return fail('amount_too_large')
  return money.amount < CURRENCIES[currency].minimum ? fail('amount_too_small') : ok(money.amount)
}

/** Writes what was approved before Stripe hears of it, so that a crash in between captures the same sums. */
async function approve(tx: Tx, actor: Actor, payment: PaymentRow, amount: bigint): Promise<boolean> {
  const { step } = CURRENCIES[moneyOf(amount, payment.currency).currency]
  const commission = proportion(payment.commissionAmount, amount, payment.amount, step)
  const sums = { amount: amount.toString(), commission: commission.toString(), currency: payment.currency }
  const moved = await moveOrder(tx, payment.orderId, 'approve', { actorId: actor.userId, data: sums })
  if (!moved) return false
  await tx.payment.update({
    where: { id: payment.id },
    data: {
      captureAmount: amount,
      captureCommission: commission,
      captureRequestedAt: now(),
      captureAttempt: 1,
    },
  })
  // A renewal that is under way has nothing left to hold for.
  await letGoOthers(tx, payment.orderId, payment.id)
  await recordAuditEvent(tx, actor, {
    action: 'payment.capture',
    subject: { type: 'payment', id: payment.id },
    after: sums,
  })
  await enqueue(
    tx,
    'resume-payment',
    { paymentId: payment.id },
    { key: `payment:${payment.id}`, delaySeconds: 30 },
  )
  return true
}

async function claim(
  tx: Tx,
  actor: Actor,
  input: CapturePaymentInput,
): Promise<Result<string, PaymentErrorCode>> {
  const { livemode } = env().stripe
  await tx.$queryRaw`SELECT id FROM orders WHERE id = ${input.orderId} AND employer_id = ${actor.userId} FOR UPDATE`
  const order = await tx.order.findFirst({ where: { id: input.orderId, employerId: actor.userId, livemode } })
  if (!order) return fail('not_found')
  const payment = await tx.payment.findFirst({
    where: { orderId: order.id, surplusAt: null, status: { in: ['requires_capture', 'succeeded'] } },
  })
  if (!payment) return fail(order.status === 'placed' ? 'hold_expired' : 'wrong_state')
  const amount = approvedAmount(payment, input.amount)
  if (!amount.ok) return amount
  if (payment.releaseRequestedAt) return fail('wrong_state')
  if (payment.captureRequestedAt)
    return payment.captureAmount === amount.value ? ok(payment.id) : fail('wrong_state')
  return (await approve(tx, actor, payment, amount.value)) ? ok(payment.id) : fail('wrong_state')
}

/**
 * The employer approves the work: the hold is captured, whole or in part, with the commission in proportion. Pressing
 * twice is one capture. Without an answer from Stripe the result is `processing` and a job finds out.
 */
export async function capturePayment(
  actor: Actor,
  input: CapturePaymentInput,
): Promise<Result<{ paymentId: string }, PaymentErrorCode>> {
  const claimed = await transaction(tx => claim(tx, actor, input))
  if (!claimed.ok) return claimed
  const captured = await continueCapture(claimed.value)
  if (!captured.ok) return fail(isDefinite(captured.error) ? 'refused_by_stripe' : 'processing')
  return captured.value === 'canceled' ? fail('hold_expired') : ok({ paymentId: claimed.value })
}
