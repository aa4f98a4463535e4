import type { Tx } from '../core/tx.ts'
import { editVerification } from './kinds.ts'
import { refreshAccount } from './refresh.ts'

/** What Stripe's trigger cards do to the account that they pay (docs.stripe.com/connect/testing, "Trigger cards"). */
export type Growth = 'charge_block' | 'next_requirements' | 'payout_block'

/**
 * Asks an account for more, as when much money passes: what was due one day is due now. A block makes it overdue at
 * once, for all or for payouts only. An account that does not work yet is left alone.
 */
export function growAccount(tx: Tx, accountId: string, growth: Growth): void {
  const verification = editVerification(tx, accountId)
  if (!verification.wasActive) return
  verification.raised += 1
  verification.payoutsOnly = growth === 'payout_block'
  const { requirements } = refreshAccount(tx, accountId)
  if (growth === 'next_requirements') return
  for (const path of requirements.currently_due ?? []) verification.deadlines[path] = tx.now
  refreshAccount(tx, accountId)
}
