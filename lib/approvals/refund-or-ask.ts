import { db } from '../db.ts'
import { fromDecimal, toDecimal } from '../money.ts'
import type { RefundErrorCode, RequestRefundInput } from '../refunds/model.ts'
import { previewRefund } from '../refunds/preview-refund.ts'
import { requestRefund } from '../refunds/request-refund.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { asFacts, ask, findAsked } from './ask.ts'

type Done = { refundId: string } | { approvalId: string }

/** Refunds what the admin may refund alone; of more than that a second admin is asked, with what would move as it is now. */
export async function refundOrAsk(
  actor: Actor,
  input: RequestRefundInput,
): Promise<Result<Done, RefundErrorCode>> {
  const payment = await db().payment.findUnique({
    where: { id: input.paymentId },
    include: { order: { select: { id: true, contractorId: true } } },
  })
  if (!payment) return fail('not_found')
  const typed = input.amount ? fromDecimal(input.amount, payment.currency)?.amount : undefined
  const before = await findAsked(actor, { requestKey: input.requestKey, amount: typed })
  if (before) return before
  const done = await requestRefund(actor, input)
  if (done.ok || done.error !== 'needs_second') return done
  const preview = await previewRefund(actor, input)
  if (!preview.ok) return preview
  const { amount, currency } = preview.value
  const { reverseTransfer, refundCommission, reason, note, paymentId, requestKey } = input
  const form = {
    paymentId,
    amount: toDecimal(preview.value),
    reverseTransfer,
    refundCommission,
    reason,
    note,
  }
  const { id: orderId, contractorId } = payment.order
  const about = { kind: 'refund', requestKey, orderId, contractorId, amount, currency } as const
  const asked = await ask(actor, { ...about, input: form, facts: asFacts(preview.value) })
  return asked.ok ? ok(asked.value) : asked
}
