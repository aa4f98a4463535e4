import type { OrderDetail } from './model.ts'

/** The day announced with a delivery, on which it is approved if nobody says anything; null while nothing waits, and where `days` is 0. */
export function approvesItselfAt(
  { status, events, hasOpenDisagreement }: Pick<OrderDetail, 'status' | 'events' | 'hasOpenDisagreement'>,
  days: number,
): Date | null {
  const delivered =
    status === 'delivered' && !hasOpenDisagreement
      ? events.findLast(({ kind }) => kind === 'deliver')
      : undefined
  const until = delivered?.data.until
  return typeof until === 'string' && days > 0 ? new Date(until) : null
}
