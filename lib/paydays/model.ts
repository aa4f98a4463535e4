import type { Money } from '../money.ts'
import type { PayoutSchedule } from '../payout-schedules/model.ts'
import type { PayoutView } from '../payouts/model.ts'

/** Where the money of a captured order is between the contractor's balance and their bank. */
export type PaydayPayout =
  /** Stripe said that it is a part of this payout. */
  | { kind: 'found'; payout: PayoutView }
  /** A payout by schedule has left that it may be in: Stripe does not say yet. */
  | { kind: 'not_known_yet' }
  /** It goes with a payout that was not made yet. */
  | { kind: 'by_schedule' }
  /** Nothing leaves by itself. `asked`: what was paid out on demand since the capture, which Stripe does not tie to orders. */
  | { kind: 'manual'; asked: Money | null }
  | { kind: 'stripe_unavailable' }

/** When a contractor has the money of one order. */
export type Payday = {
  capturedAt: Date
  /** What the order put into the balance: what was captured less the commission. */
  earned: Money
  isAvailable: boolean
  /** The day on which it leaves, or left, pending; null while Stripe has not said. */
  availableOn: Date | null
  schedule: PayoutSchedule
  payout: PaydayPayout
}
