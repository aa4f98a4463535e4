import type { Due } from '../core/kinds.ts'
import type { Tx } from '../core/tx.ts'
import { settle, VERIFICATION_TASK } from './checks.ts'
import { refreshAccount } from './refresh.ts'

/** What happens when the time of checks, or of a deadline, has passed. */
function finishChecks(tx: Tx, due: Due): void {
  if (!tx.find('account', due.ref)) return
  for (const [path, check] of Object.entries(tx.get('_verification', due.ref).checks)) {
    if (check.state === 'pending' && check.dueAt <= tx.now) settle(tx, due.ref, path)
  }
  refreshAccount(tx, due.ref)
}

export const VERIFICATION_TASKS = { [VERIFICATION_TASK]: finishChecks }
