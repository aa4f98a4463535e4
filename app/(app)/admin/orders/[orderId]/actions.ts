'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAdminAction } from '#lib/action.ts'
import { refundOrAsk } from '#lib/approvals/refund-or-ask.ts'
import { DISAGREEMENT_ERRORS, settleDisagreementInput } from '#lib/disagreements/model.ts'
import { settleDisagreement } from '#lib/disagreements/settle-disagreement.ts'
import { releaseHoldInput } from '#lib/payments/input-model.ts'
import { PAYMENT_ERRORS } from '#lib/payments/model.ts'
import { releaseHold } from '#lib/payments/release-hold.ts'
import { REFUND_ERRORS, requestRefundInput } from '#lib/refunds/model.ts'

export const refundAction = defineAdminAction('refundAction', {
  schema: requestRefundInput.and(z.object({ orderId: z.string().max(40) })),
  once: 'own-row',
  errors: REFUND_ERRORS,
  run: refundOrAsk,
  done: (made, { orderId }) =>
    redirect(
      'refundId' in made
        ? `/admin/orders/${orderId}?refunded=${made.refundId}#refunds`
        : `/admin/orders/${orderId}?asked=${made.approvalId}#approvals`,
    ),
  failed: (_code, { orderId }) => revalidatePath(`/admin/orders/${orderId}`),
})

export const settleDisagreementAction = defineAdminAction('settleDisagreementAction', {
  schema: settleDisagreementInput,
  once: { form: 'disagreement.settle' },
  errors: DISAGREEMENT_ERRORS,
  run: settleDisagreement,
  done: (_value, { orderId }) => redirect(`/admin/orders/${orderId}?done=settled#disagreement`),
  failed: (_code, { orderId }) => revalidatePath(`/admin/orders/${orderId}`),
})

export const adminCancelAction = defineAdminAction('adminCancelAction', {
  schema: releaseHoldInput,
  once: { form: 'order.cancel' },
  errors: PAYMENT_ERRORS,
  run: releaseHold,
  done: (_value, { orderId }) => redirect(`/admin/orders/${orderId}?done=canceled`),
})
