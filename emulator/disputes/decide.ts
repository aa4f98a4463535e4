import { schedule, type Task, unschedule } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import type { Dispute } from './kinds.ts'
import { reinstateFunds, withdrawFunds } from './money.ts'

/** How long a bank thinks, in seconds of the virtual clock. */
const DECISION_SECONDS = 1

/** Sends the evidence to the bank: once. Test evidence decides how that ends. docs.stripe.com/testing#disputes */
export function submitEvidence(tx: Tx, dispute: Dispute, account: string): void {
  const isInquiry = dispute.status === 'warning_needs_response'
  dispute.status = isInquiry ? 'warning_under_review' : 'under_review'
  const submission_count = dispute.evidence_details.submission_count + 1
  dispute.evidence_details = { ...dispute.evidence_details, submission_count, submission_method: 'manual' }
  unschedule(tx, 'dispute_due', dispute.id, account)
  schedule(tx, { at: tx.now + DECISION_SECONDS, task: 'dispute_decided', ref: dispute.id, account })
}

/** Gives a dispute up: for good. */
export function giveUp(tx: Tx, dispute: Dispute, account: string): void {
  unschedule(tx, 'dispute_due', dispute.id, account)
  end(tx, dispute, dispute.status.startsWith('warning_') ? 'warning_closed' : 'lost', account)
}

/** A refund in full answers an inquiry, whether or not it was answered before. */
export function closeInquiries(tx: Tx, chargeId: string, account: string): void {
  const isOpen = ({ charge, status }: Dispute) =>
    charge === chargeId && status.startsWith('warning_') && status !== 'warning_closed'
  for (const { id } of [...tx.list('dispute', account, { where: isOpen })])
    giveUp(tx, tx.edit('dispute', id), account)
}

function end(tx: Tx, dispute: Dispute, status: 'lost' | 'warning_closed' | 'won', account: string): void {
  dispute.status = status
  dispute.is_charge_refundable = status !== 'lost'
  emit(tx, 'charge.dispute.closed', dispute, account)
  if (status === 'won') reinstateFunds(tx, dispute, account)
}

/** What happens to disputes by themselves. */
export const DISPUTE_TASKS: Record<string, Task> = {
  /** The bank has read the evidence. Words that are none of Stripe's test words leave a dispute under review. */
  dispute_decided(tx, { ref, account }) {
    const dispute = tx.edit('dispute', ref)
    const words = dispute.evidence.uncategorized_text
    if (dispute.status === 'warning_under_review') {
      if (words === 'escalate_inquiry_evidence') escalate(tx, dispute, account)
      else if (words === 'winning_evidence' || words === 'losing_evidence')
        end(tx, dispute, 'warning_closed', account)
    }
    if (dispute.status !== 'under_review') return
    if (words === 'winning_evidence') end(tx, dispute, 'won', account)
    else if (words === 'losing_evidence') end(tx, dispute, 'lost', account)
  },
  /** Nobody answered in time. */
  dispute_due(tx, { ref, account }) {
    const dispute = tx.edit('dispute', ref)
    if (!dispute.status.endsWith('needs_response')) return
    dispute.evidence_details = { ...dispute.evidence_details, past_due: true }
    giveUp(tx, dispute, account)
  },
}

function escalate(tx: Tx, dispute: Dispute, account: string): void {
  dispute.status = 'needs_response'
  dispute.is_charge_refundable = false
  dispute.evidence_details = { ...dispute.evidence_details, submission_count: 0 }
  schedule(tx, {
    at: (dispute.evidence_details.due_by ?? tx.now) + 1,
    task: 'dispute_due',
    ref: dispute.id,
    account,
  })
  emit(tx, 'charge.dispute.updated', dispute, account)
  withdrawFunds(tx, dispute, account)
}
