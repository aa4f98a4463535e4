import { may } from '../access/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { fromDecimal, moneyOf } from '../money.ts'
import { fail, ok, type Result } from '../result.ts'
import { isDefinite, type StripeFailure } from '../stripe/errors.ts'
import type { Actor } from '../users/model.ts'
import { continueRefund } from './continue-refund.ts'
import type { RefundErrorCode, RequestRefundInput } from './model.ts'
import { readRefundable, refundable, transferLeft } from './refundable.ts'

type Claim = { refundId: string; isDone: boolean }

async function insert(
  tx: Tx,
  actor: Actor,
  input: RequestRefundInput,
  amount: bigint,
  currency: string,
): Promise<string> {
  const refundId = newId('rfd')
  const choice = {
    reverseTransfer: input.reverseTransfer,
    refundCommission: input.refundCommission,
    reason: input.reason,
  }
  await tx.refund.create({
    data: {
      id: refundId,
      paymentId: input.paymentId,
      requestKey: input.requestKey,
      livemode: env().stripe.livemode,
      amount,
      currency,
      note: input.note,
      createdById: actor.userId,
      ...choice,
    },
  })
  await recordAuditEvent(tx, actor, {
    action: 'refund.request',
    subject: { type: 'refund', id: refundId },
    after: { paymentId: input.paymentId, amount: amount.toString(), currency, note: input.note, ...choice },
  })
  await enqueue(tx, 'resume-refund', { refundId }, { key: `refund:${refundId}`, delaySeconds: 30 })
  return refundId
}

/** What a definite refusal means to the admin, by what the row keeps of it. */
const REFUSALS: Record<string, RefundErrorCode> = {
  charge_disputed: 'disputed',
  balance_insufficient: 'contractor_balance_short',
  insufficient_funds: 'contractor_balance_short',
  insufficient_balance: 'contractor_balance_short',
}
const refusal = (reason: string | null): RefundErrorCode => REFUSALS[reason ?? ''] ?? 'refused_by_stripe'

/** Under the payment's lock: the refund that this form already made, or a new one within what is left. */
async function claim(
  tx: Tx,
  actor: Actor,
  input: RequestRefundInput,
): Promise<Result<Claim, RefundErrorCode>> {
  const { livemode } = env().stripe
  await tx.$queryRaw`SELECT id FROM payments WHERE id = ${input.paymentId} AND livemode = ${livemode} FOR UPDATE`
  const payment = await readRefundable(tx, input.paymentId, livemode)
  if (!payment) return fail('not_found')
  if (payment.status !== 'succeeded') return fail('nothing_captured')
  const repeated = payment.refunds.find(refund => refund.requestKey === input.requestKey)
  const { currency } = moneyOf(payment.amount, payment.currency)
  const typed = input.amount ? fromDecimal(input.amount, currency)?.amount : undefined
  if (input.amount && !typed) return fail('amount_invalid')
  if (repeated) {
    const same =
      (typed === undefined || typed === repeated.amount) &&
      repeated.reverseTransfer === input.reverseTransfer &&
      repeated.refundCommission === input.refundCommission
    if (!same) return fail('request_key_reused')
    // Stripe refused it, so nothing of it has ever moved: whoever sends the form again is told the same.
    if (repeated.status === 'failed' && !repeated.stripeRefundId) return fail(refusal(repeated.failureReason))
    return ok({ refundId: repeated.id, isDone: repeated.status !== 'requested' })
  }
  if (payment.isDisputed) return fail('disputed')
  const left = refundable(payment)
  const amount = typed ?? left
  if (amount <= 0n || amount > left) return fail('amount_too_large')
  if (input.reverseTransfer && amount > transferLeft(payment)) return fail('transfer_short')
  return ok({ refundId: await insert(tx, actor, input, amount, currency), isDone: false })
}

function errorOf(failure: StripeFailure): RefundErrorCode {
  return isDefinite(failure) ? refusal(failure.code ?? failure.kind) : 'processing'
}

/**
 * An admin refunds the employer, whole or in part, with or without reversing the contractor's transfer and returning the
 * commission. Never more than was captured, counted under the payment's lock. Pressing twice is one refund.
 */
export async function requestRefund(
  actor: Actor,
  input: RequestRefundInput,
): Promise<Result<{ refundId: string }, RefundErrorCode>> {
  if (!may(actor, 'refund')) return fail('not_found')
  const claimed = await transaction(tx => claim(tx, actor, input))
  if (!claimed.ok) return claimed
  const { refundId, isDone } = claimed.value
  if (isDone) return ok({ refundId })
  const continued = await continueRefund(refundId)
  return continued.ok ? ok({ refundId }) : fail(errorOf(continued.error))
}
