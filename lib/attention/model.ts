export const ATTENTION_KINDS = [
  'approval',
  'disagreement',
  'objection',
  'dispute',
  'fraud_warning',
  'broken_rule',
  'discrepancy',
  'stuck',
  'failed_refund',
  'refused_retransfer',
  'failed_payout',
  'dead_event',
  'failed_mail',
  'hold_ending',
] as const
export type AttentionKind = (typeof ATTENTION_KINDS)[number]

/**
 * One thing that waits for a person. `about` and `detail` are messages (lib/i18n/message.ts), names or what a person wrote: `say` reads
 * them all. `code`: why it failed, as Stripe writes it, or which mail it is. `at`: since when, or until when where the kind says so.
 */
export type AttentionItem = {
  id: string
  about: string
  detail: string
  code?: string | null
  href: string
  at: Date
}

export type AttentionGroup = { kind: AttentionKind; count: number; items: AttentionItem[] }

/** Kinds whose moment is when they end; of the others it is when they began. */
const ENDING: AttentionKind[] = ['approval', 'dispute', 'hold_ending']

export const momentOf = (kind: AttentionKind): 'since' | 'until' =>
  ENDING.includes(kind) ? 'until' : 'since'
