import { db } from '../db.ts'
import { env } from '../env.ts'
import { fromDecimal, moneyOf, proportion } from '../money.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { COUNTED_STATUSES, type RefundErrorCode, type RefundPreview } from './model.ts'

type Choice = { amount: bigint; reverseTransfer: boolean; refundCommission: boolean }
type Captured = { amountCaptured: bigint; commissionCaptured: bigint }

/**
 * Who gains and loses by a refund of a destination charge (https://docs.stripe.com/connect/destination-charges#issue-refunds):
 * a reversed transfer comes from the contractor in proportion, the commission goes back to them in proportion.
 */
export function refundEffect(captured: Captured, choice: Choice) {
  const commissionReturned = choice.refundCommission
    ? proportion(captured.commissionCaptured, choice.amount, captured.amountCaptured)
    : 0n
  const reversed = choice.reverseTransfer ? choice.amount : 0n
  return {
    employer: choice.amount,
    contractor: commissionReturned - reversed,
    platform: reversed - choice.amount - commissionReturned,
    commissionReturned,
  }
}

/** What is left of a captured payment to refund, counting refunds that Stripe has not decided yet. */
export function refundable(payment: { amountCaptured: bigint; refunds: { amount: bigint }[] }): bigint {
  return payment.refunds.reduce((left, refund) => left - refund.amount, payment.amountCaptured)
}

/** For an admin, before they confirm: everybody's gain and loss to the cent. An empty amount is all that is left. */
export async function previewRefund(
  actor: Actor,
  input: {
    paymentId: string
    amount?: string | undefined
    reverseTransfer: boolean
    refundCommission: boolean
  },
): Promise<Result<RefundPreview, RefundErrorCode>> {
  if (actor.role !== 'ADMIN') return fail('not_found')
  const payment = await db().payment.findFirst({
    where: { id: input.paymentId, livemode: env().stripe.livemode },
    include: { refunds: { where: { status: { in: [...COUNTED_STATUSES] } } } },
  })
  if (!payment) return fail('not_found')
  if (payment.status !== 'succeeded') return fail('nothing_captured')
  const { currency } = moneyOf(payment.amount, payment.currency)
  const left = refundable(payment)
  const amount = input.amount ? fromDecimal(input.amount, currency)?.amount : left
  if (!amount) return fail('amount_invalid')
  if (amount > left) return fail('amount_too_large')
  return ok({ currency, amount, ...refundEffect(payment, { ...input, amount }) })
}
