import { ignored, oneOf, text } from '../core/params.ts'
import type { Dispute } from './kinds.ts'

/** What can be told to the bank: docs.stripe.com/api/disputes/evidence_object. Files are ids. */
const WORDS = [
  'access_activity_log',
  'billing_address',
  'cancellation_policy',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_communication',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'customer_signature',
  'duplicate_charge_documentation',
  'duplicate_charge_explanation',
  'duplicate_charge_id',
  'product_description',
  'receipt',
  'refund_policy',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'service_documentation',
  'shipping_address',
  'shipping_carrier',
  'shipping_date',
  'shipping_documentation',
  'shipping_tracking_number',
  'uncategorized_file',
  'uncategorized_text',
] as const

export const EVIDENCE_FIELDS = {
  ...(Object.fromEntries(WORDS.map(name => [name, text])) as Record<(typeof WORDS)[number], typeof text>),
  appeal: ignored,
  enhanced_evidence: ignored,
}

export const SUBMISSION_METHODS = oneOf('manual', 'prefer_manual', 'prefer_smart_disputes', 'smart_disputes')

/** Evidence before anybody has given any. */
export function blankEvidence(): Dispute['evidence'] {
  const blank = Object.fromEntries(WORDS.map(name => [name, null]))
  return { ...blank, enhanced_evidence: {} } as Dispute['evidence']
}

/** Writes what was sent, and whether there is any evidence now; '' takes a word back. */
export function writeEvidence(dispute: Dispute, sent: Partial<Record<string, unknown>>): void {
  const evidence: Record<string, unknown> = { ...dispute.evidence }
  for (const name of WORDS)
    if (sent[name] !== undefined) evidence[name] = sent[name] === '' ? null : sent[name]
  dispute.evidence = evidence as unknown as Dispute['evidence']
  const has_evidence = WORDS.some(name => evidence[name] !== null)
  dispute.evidence_details = { ...dispute.evidence_details, has_evidence }
}
