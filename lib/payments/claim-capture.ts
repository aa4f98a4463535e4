import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { CURRENCIES } from '../currencies.ts'
import type { Prisma, Tx } from '../db.ts'
import { env } from '../env.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { fromDecimal, moneyOf, proportion } from '../money.ts'
import { moveOrder } from '../orders/move-order.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor, SystemActor } from '../users/model.ts'
import type { CapturePaymentInput } from './input-model.ts'
import { letGoOthers } from './let-go-others.ts'
import type { PaymentErrorCode } from './model.ts'

type PaymentRow = Prisma.PaymentGetPayload<object>

/** Who approves; for what nobody pressed, by which rule. */
export type Approval = { by: Actor | SystemActor; rule?: 'silence' | 'hold_end' }

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
async function approve(
  tx: Tx,
  { by, rule }: Approval,
  payment: PaymentRow,
  amount: bigint,
): Promise<boolean> {
  const { step } = CURRENCIES[moneyOf(amount, payment.currency).currency]
  const commission = proportion(payment.commissionAmount, amount, payment.amount, step)
  const sums = { amount: amount.toString(), commission: commission.toString(), currency: payment.currency }
  const moved = await moveOrder(tx, payment.orderId, 'approve', {
    actorId: by.userId,
    data: rule ? { ...sums, rule } : sums,
  })
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
  await recordAuditEvent(tx, by, {
    action: 'payment.capture',
    subject: { type: 'payment', id: payment.id },
    after: rule ? { ...sums, rule } : sums,
  })
  await enqueue(
    tx,
    'resume-payment',
    { paymentId: payment.id },
    { key: `payment:${payment.id}`, delaySeconds: 30 },
  )
  return true
}

/**
 * Under the order's lock: writes that the order's hold is to be captured, and how much of it, if it still can be. `owned` is the
 * authorization. Returns the payment's id; the same approval again is the same payment.
 */
export async function claimCapture(
  tx: Tx,
  approval: Approval,
  owned: Prisma.OrderWhereInput,
  input: CapturePaymentInput,
): Promise<Result<string, PaymentErrorCode>> {
  const where = { AND: [owned, { id: input.orderId, livemode: env().stripe.livemode }] }
  if ((await tx.order.count({ where })) === 0) return fail('not_found')
  await tx.$queryRaw`SELECT id FROM orders WHERE id = ${input.orderId} FOR NO KEY UPDATE`
  const order = await tx.order.findFirst({ where })
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
  return (await approve(tx, approval, payment, amount.value)) ? ok(payment.id) : fail('wrong_state')
}
