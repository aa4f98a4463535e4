import { RULES_TASK, requirementsChange } from './accounts/thresholds.ts'
import { VERIFICATION_TASKS } from './accounts/verification-task.ts'
import { fundsAvailable } from './balance/book.ts'
import { chargeExpires } from './charges/charge-card.ts'
import type { Task } from './core/tasks.ts'
import { DISPUTE_TASKS } from './disputes/decide.ts'
import { EXPIRY_TASK, fileLinkExpires } from './files/links.ts'
import { holdExpires } from './payments/cancel.ts'
import { DEBIT_TASKS } from './payments/debit.ts'
import { payoutsDue } from './payouts/automatic.ts'
import { PAYOUTS_TASK } from './payouts/plan.ts'
import { TRAVEL_TASKS } from './payouts/travel.ts'
import { REFUND_TASKS } from './refunds/pay.ts'
import { TOPUP_TASKS } from './topups/routes.ts'

/** Everything that can fall due, by the name under which it is scheduled. */
export const TASKS: Record<string, Task> = {
  ...VERIFICATION_TASKS,
  ...DEBIT_TASKS,
  ...DISPUTE_TASKS,
  ...REFUND_TASKS,
  ...TOPUP_TASKS,
  ...TRAVEL_TASKS,
  charge_expires: chargeExpires,
  [EXPIRY_TASK]: fileLinkExpires,
  funds_available: fundsAvailable,
  hold_expires: holdExpires,
  [PAYOUTS_TASK]: payoutsDue,
  [RULES_TASK]: requirementsChange,
}
