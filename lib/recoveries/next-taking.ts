import { least } from '../money.ts'
import type { RecoveryInstrument } from './model.ts'

/** What can be taken of a contractor's balance now, in minor units. */
export type TakingLimits = {
  /** What is left of the order's transfer to reverse; zero without an order. */
  reversible: bigint
  available: bigint
  pending: bigint
  /** While the order's own money is pending, a reversal takes from what is pending too. */
  isTransferPending: boolean
  /** Whether the contractor's consent and the currency allow a debit, and from which amount on Stripe makes one. */
  canDebit: boolean
  debitMinimum: bigint
}

/** What a reversal of the order's transfer can take. */
export function reversibleNow(limits: Omit<TakingLimits, 'canDebit' | 'debitMinimum'>): bigint {
  const { reversible, available, pending, isTransferPending } = limits
  const spendable = isTransferPending ? available + pending : available
  const amount = least(reversible, spendable)
  return amount > 0n ? amount : 0n
}

/**
 * How as much as possible of what is owed is taken next: by reversing the order's transfer, then by debiting the account; null
 * when neither gives anything now.
 */
export function nextTaking(
  owed: bigint,
  limits: TakingLimits,
): { instrument: RecoveryInstrument; amount: bigint } | null {
  const reversed = least(owed, reversibleNow(limits))
  if (reversed > 0n) return { instrument: 'transfer_reversal', amount: reversed }
  const debited = limits.canDebit ? least(owed, limits.available) : 0n
  const isEnough = debited > 0n && debited >= limits.debitMinimum
  return isEnough ? { instrument: 'account_debit', amount: debited } : null
}
