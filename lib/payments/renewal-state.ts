import type { OrderStatus } from '../orders/model.ts'
import type { PaymentStatus } from './model.ts'

// When an order has two payments: the hold, and one that is to take its place.

type Row = {
  status: PaymentStatus
  replacesPaymentId: string | null
  surplusAt: Date | null
  releaseRequestedAt: Date | null
  captureRequestedAt: Date | null
}

/** Whether it was asked for to replace a hold and does not hold yet: the other one stands meanwhile. */
export const isRenewing = (row: Pick<Row, 'status' | 'replacesPaymentId'>): boolean =>
  row.replacesPaymentId !== null && (row.status === 'pending' || row.status === 'requires_action')

/**
 * Whether the order goes on as it is whatever becomes of this payment: another one stands in its place, or stands until this one
 * holds. A renewal that is all that is left of an order when that is canceled does not stand aside.
 */
export const standsAside = (
  row: Pick<Row, 'status' | 'replacesPaymentId' | 'surplusAt' | 'releaseRequestedAt'>,
): boolean => row.surplusAt !== null || (isRenewing(row) && row.releaseRequestedAt === null)

/** Whether a hold that was renewed is the order's hold from now on; otherwise it is the new one that is let go. */
export function takesOver(renewal: Row, standing: Row | null, order: OrderStatus): boolean {
  if (renewal.surplusAt !== null || !['placed', 'held', 'delivered'].includes(order)) return false
  if (!standing) return true
  const isUntouched = !standing.captureRequestedAt && !standing.releaseRequestedAt
  return standing.status === 'requires_capture' && isUntouched
}
