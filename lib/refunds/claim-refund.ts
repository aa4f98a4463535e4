import { may } from '../access/model.ts'
import { type Approved, isAboveOwn, isApprovalKey } from '../approvals/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import type { Tx } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { fromDecimal, moneyOf } from '../money.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { COUNTED_STATUSES, type RefundErrorCode, type RequestRefundInput } from './model.ts'
import { type Refundable, readRefundable, refundable, transferLeft } from './refundable.ts'

export type RefundClaim = { refundId: string; isDone: boolean }

type Wanted = { amount: bigint; currency: string; approved: Approved | undefined }

async function insert(
  tx: Tx,
  actor: Actor,
  input: RequestRefundInput,
  { amount, currency, approved }: Wanted,
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
      createdById: approved?.requestedById ?? actor.userId,
      ...choice,
    },
  })
  await recordAuditEvent(tx, actor, {
    action: 'refund.request',
    subject: { type: 'refund', id: refundId },
    after: {
      paymentId: input.paymentId,
      amount: amount.toString(),
      currency,
      note: input.note,
      ...choice,
      ...approved,
    },
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
export const refundRefusal = (reason: string | null): RefundErrorCode =>
  REFUSALS[reason ?? ''] ?? 'refused_by_stripe'

/** What was refunded of this payment without a second admin, counted with what is to come, so that two halves are the whole. */
function isTooMuchAlone({ adminRole }: Actor, { refunds, currency }: Refundable, amount: bigint): boolean {
  const alone = refunds.filter(
    ({ status, requestKey }) => !isApprovalKey(requestKey) && COUNTED_STATUSES.some(one => one === status),
  )
  const sum = alone.reduce((total, refund) => total + refund.amount, amount)
  const { SUPPORT_REFUND_MAX: support, ONE_ADMIN_MAX: others } = env()
  return isAboveOwn(adminRole, { amount: sum, currency }, { support, others })
}

/**
 * Under the payment's lock: the refund that this form already made, or a new one within what is left, and within what the admin may
 * refund alone unless a second one has approved it.
 */
export async function claimRefund(
  tx: Tx,
  actor: Actor,
  input: RequestRefundInput,
  approved?: Approved,
): Promise<Result<RefundClaim, RefundErrorCode>> {
  if (!may(actor, 'refund')) return fail('not_found')
  const { livemode } = env().stripe
  await tx.$queryRaw`SELECT id FROM payments WHERE id = ${input.paymentId} AND livemode = ${livemode} FOR NO KEY UPDATE`
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
    if (repeated.status === 'failed' && !repeated.stripeRefundId)
      return fail(refundRefusal(repeated.failureReason))
    return ok({ refundId: repeated.id, isDone: repeated.status !== 'requested' })
  }
  if (payment.isDisputed) return fail('disputed')
  const left = refundable(payment)
  const amount = typed ?? left
  if (amount <= 0n || amount > left) return fail('amount_too_large')
  if (input.reverseTransfer && amount > transferLeft(payment)) return fail('transfer_short')
  if (!approved && isTooMuchAlone(actor, payment, amount)) return fail('needs_second')
  const { currency: of } = payment
  return ok({ refundId: await insert(tx, actor, input, { amount, currency: of, approved }), isDone: false })
}
