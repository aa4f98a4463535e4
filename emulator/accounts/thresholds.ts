import { schedule, type Task } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import { editVerification } from './kinds.ts'
import { personsOf } from './persons.ts'
import { refreshAccount } from './refresh.ts'
import { stepsToMore } from './requirements.ts'

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

/** The name of the task by which announced requirements come into force. */
export const RULES_TASK = 'requirements_change'

/** Everything that Stripe may ask of an account one day, asked at once (the test word `enforce_future_requirements`). */
export const ALL_RAISES = 2

/**
 * Announces that more will be asked of an account, as Stripe does when rules change: until `at` (Unix seconds) it stands in
 * `future_requirements`, and from then on in `requirements`.
 */
export function announceRequirements(tx: Tx, accountId: string, at: number): void {
  const verification = editVerification(tx, accountId)
  const account = refreshAccount(tx, accountId)
  const raised = verification.raised + stepsToMore(account, personsOf(tx, accountId), verification, tx.now)
  verification.announced = { at, raised }
  schedule(tx, { at, task: RULES_TASK, ref: accountId, account: accountId })
  refreshAccount(tx, accountId)
}

/** What was announced comes into force. An account that works has its days of grace. */
export const requirementsChange: Task = (tx, { ref }) => {
  const announced = tx.find('account', ref) ? tx.get('_verification', ref).announced : null
  // Another day may have been announced since.
  if (announced?.at !== tx.now) return
  Object.assign(editVerification(tx, ref), { raised: announced.raised, announced: null })
  refreshAccount(tx, ref)
}
