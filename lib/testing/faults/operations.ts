import { AFTERMATH_OPERATIONS } from './aftermath-operations.ts'
import { APPROVAL_OPERATIONS } from './approval-operations.ts'
import { CARD_OPERATIONS } from './card-operations.ts'
import { COMPANY_OPERATIONS } from './company-operations.ts'
import { CORRECTION_OPERATIONS } from './correction-operations.ts'
import { DISAGREEMENT_OPERATIONS } from './disagreement-operations.ts'
import { EVIDENCE_OPERATIONS } from './evidence-operations.ts'
import { LEAVING_OPERATIONS } from './leaving-operations.ts'
import { MONEY_OPERATIONS } from './money-operations.ts'
import { OBJECTION_OPERATIONS } from './objection-operations.ts'
import { ONBOARDING_OPERATIONS } from './onboarding-operations.ts'
import type { Operation } from './operation.ts'
import { ORDER_OPERATIONS } from './order-operations.ts'
import { PAYOUT_OPERATIONS } from './payout-operations.ts'
import { RENEWAL_OPERATIONS } from './renewal-operations.ts'
import { WEBHOOK_OPERATIONS } from './webhook-operations.ts'

/** Every operation that moves money, or that money moves by. */
export const OPERATIONS = [
  ...CARD_OPERATIONS,
  ...LEAVING_OPERATIONS,
  ...ORDER_OPERATIONS,
  ...RENEWAL_OPERATIONS,
  ...MONEY_OPERATIONS,
  ...APPROVAL_OPERATIONS,
  ...AFTERMATH_OPERATIONS,
  ...EVIDENCE_OPERATIONS,
  ...PAYOUT_OPERATIONS,
  ...OBJECTION_OPERATIONS,
  ...DISAGREEMENT_OPERATIONS,
  ...ONBOARDING_OPERATIONS,
  ...COMPANY_OPERATIONS,
  ...WEBHOOK_OPERATIONS,
  ...CORRECTION_OPERATIONS,
] as unknown as Operation<unknown>[]
