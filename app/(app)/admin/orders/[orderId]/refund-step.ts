import type { RefundChoice, RefundStep } from '#components/admin/refund-section.tsx'
import { firstOf } from '#components/orders/address.ts'
import { REFUND_ERRORS, REFUND_REASONS } from '#lib/refunds/model.ts'
import { previewRefund } from '#lib/refunds/preview-refund.ts'
import { readShare } from '#lib/refunds/read-share.ts'
import type { Actor } from '#lib/users/model.ts'

type Parameters = Record<string, string | string[] | undefined>

/** The refund form's choice as the address carries it; everything goes back to where it came from until it is said otherwise. */
function choiceOf(parameters: Parameters): RefundChoice {
  if (firstOf(parameters.refund) !== 'preview') {
    return { amount: '', reverseTransfer: true, refundCommission: true, reason: '' }
  }
  const reason = firstOf(parameters.reason) ?? ''
  return {
    reason: Object.hasOwn(REFUND_REASONS, reason) ? reason : '',
    amount: firstOf(parameters.amount)?.trim().slice(0, 20) ?? '',
    reverseTransfer: firstOf(parameters.reverseTransfer) === 'on',
    refundCommission: firstOf(parameters.refundCommission) === 'on',
  }
}

export async function refundStep(
  actor: Actor,
  paymentId: string,
  parameters: Parameters,
): Promise<RefundStep> {
  const choice = choiceOf(parameters)
  if (firstOf(parameters.refund) !== 'preview') return { choice, preview: null, short: null }
  if (choice.refundCommission && !choice.reverseTransfer) {
    return { choice, preview: { ok: false, error: 'refunds.commissionNeedsShare' }, short: null }
  }
  const preview = await previewRefund(actor, { paymentId, ...choice })
  if (!preview.ok) {
    return { choice, preview: { ok: false, error: REFUND_ERRORS[preview.error].message }, short: null }
  }
  const share = choice.reverseTransfer ? await readShare(actor, paymentId) : null
  return { choice, preview, short: share && share.now < preview.value.amount ? share : null }
}
