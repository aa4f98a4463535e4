import type { Actor } from '../users/model.ts'
import { ATTENTION_KINDS, type AttentionGroup, type AttentionKind } from './model.ts'
import {
  approvals,
  disagreements,
  disputes,
  failedRefunds,
  fraudWarnings,
  holdsEnding,
  objections,
} from './order-sources.ts'
import type { Found } from './source.ts'
import { refusedRetransfers, stuck } from './stuck.ts'
import { brokenRules, deadEvents, discrepancies, failedMails, failedPayouts } from './system-sources.ts'

const SOURCES: Record<AttentionKind, () => Promise<Found>> = {
  approval: approvals,
  disagreement: disagreements,
  objection: objections,
  dispute: disputes,
  fraud_warning: fraudWarnings,
  broken_rule: brokenRules,
  discrepancy: discrepancies,
  stuck,
  failed_refund: failedRefunds,
  refused_retransfer: refusedRetransfers,
  failed_payout: failedPayouts,
  dead_event: deadEvents,
  failed_mail: failedMails,
  hold_ending: holdsEnding,
}

/** Everything that waits for an admin, by kind, the most pressing kinds first; kinds with nothing are left out. */
export async function listAttention(actor: Actor): Promise<AttentionGroup[]> {
  if (actor.role !== 'ADMIN') return []
  const groups = await Promise.all(ATTENTION_KINDS.map(async kind => ({ kind, ...(await SOURCES[kind]()) })))
  return groups.filter(({ count }) => count > 0)
}
