import { FraudWarningNotice } from '#components/admin/fraud-warning-notice.tsx'
import { may } from '#lib/access/model.ts'
import { listFraudWarnings } from '#lib/fraud-warnings/queries.ts'
import type { Actor } from '#lib/users/model.ts'

/** The bank's warning about this order's payment, while something can be done about it. */
export async function FraudWarnings({ actor, orderId }: { actor: Actor; orderId: string }) {
  const warnings = await listFraudWarnings(actor, { orderId })
  const open = warnings.find(warning => warning.isActionable)
  return open ? <FraudWarningNotice warning={open} mayRefund={may(actor, 'refund')} /> : null
}
