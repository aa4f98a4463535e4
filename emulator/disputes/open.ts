import { DAY } from '../core/clock.ts'
import { newId } from '../core/ids.ts'
import { schedule } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import type { Charge } from '../payments/kinds.ts'
import { settleWarnings } from '../radar/early-fraud-warnings.ts'
import { blankEvidence } from './evidence.ts'
import type { Dispute } from './kinds.ts'
import { withdrawFunds } from './money.ts'

/** Why a bank asks for the money back, or only asks. */
export type DisputeCause = 'fraudulent' | 'product_not_received' | 'inquiry'

/** Evidence is due at the end of the ninth day. */
const DAYS_TO_ANSWER = 9

/** Opens a dispute about the whole of a captured charge; an inquiry takes no money yet. */
export function openDispute(tx: Tx, charge: Charge, cause: DisputeCause, account: string): Dispute {
  const isInquiry = cause === 'inquiry'
  const reason = isInquiry ? 'general' : cause
  const dueBy = tx.now - (tx.now % DAY) + (DAYS_TO_ANSWER + 1) * DAY - 1
  const dispute: Dispute = {
    id: newId('dp'),
    object: 'dispute',
    amount: charge.amount_captured - charge.amount_refunded,
    balance_transactions: [],
    charge: charge.id,
    created: tx.now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: blankEvidence(),
    evidence_details: {
      due_by: dueBy,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: isInquiry,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason,
    status: isInquiry ? 'warning_needs_response' : 'needs_response',
  }
  tx.edit('charge', charge.id).disputed = true
  tx.put('dispute', dispute.id, dispute, account)
  schedule(tx, { at: dueBy + 1, task: 'dispute_due', ref: dispute.id, account })
  emit(tx, 'charge.dispute.created', dispute, account)
  settleWarnings(tx, charge.id, account)
  if (!isInquiry) withdrawFunds(tx, dispute, account)
  return dispute
}
