import { DAY_MS } from '../clock.ts'
import type { OrderDetail } from './model.ts'

/** When delivered work is approved by itself, if nobody says anything; null while nothing waits, and where `days` is 0. */
export function approvesItselfAt(
  { status, events, hasOpenDisagreement }: Pick<OrderDetail, 'status' | 'events' | 'hasOpenDisagreement'>,
  days: number,
): Date | null {
  const delivered =
    status === 'delivered' && !hasOpenDisagreement
      ? events.findLast(({ kind }) => kind === 'deliver')
      : undefined
  return delivered && days > 0 ? new Date(delivered.createdAt.getTime() + days * DAY_MS) : null
}
