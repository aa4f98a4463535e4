export const ATTENTION_KINDS = [
  'approval',
  'disagreement',
  'objection',
  'dispute',
  'discrepancy',
  'stuck',
  'failed_refund',
  'failed_payout',
  'dead_event',
  'failed_mail',
  'hold_ending',
] as const
export type AttentionKind = (typeof ATTENTION_KINDS)[number]

/** One thing that waits for a person. `at`: since when, or until when where the kind says so. */
export type AttentionItem = { id: string; about: string; detail: string; href: string; at: Date }

export type AttentionGroup = { kind: AttentionKind; count: number; items: AttentionItem[] }

type Words = { title: string; todo: string; moment: 'since' | 'until' }

/** What each kind is, and what a person can do about it. */
export const ATTENTION_WORDS: Record<AttentionKind, Words> = {
  approval: {
    title: 'Waits for a second admin',
    todo: 'Somebody asks for more than they may move alone. Look at what would move, and approve or decline.',
    moment: 'until',
  },
  disagreement: {
    title: 'Disagreements to decide',
    todo: 'Read both sides on the order’s page and decide.',
    moment: 'since',
  },
  objection: {
    title: 'Objections to answer',
    todo: 'A contractor says that money was taken back wrongly. Give it back, or say why it stays taken.',
    moment: 'since',
  },
  dispute: {
    title: 'Disputes to answer',
    todo: 'Send evidence from its page before the bank’s deadline, or accept the loss.',
    moment: 'until',
  },
  discrepancy: {
    title: 'Ledger and Stripe differ',
    todo: 'Look at both sides; nothing was changed by itself.',
    moment: 'since',
  },
  stuck: {
    title: 'Operations without an answer',
    todo: 'They are tried again every minute. If Stripe answers others, look at its dashboard for this one.',
    moment: 'since',
  },
  failed_refund: {
    title: 'Refunds that did not arrive',
    todo: 'The bank sent the money back. Ask the employer for another way, then refund again.',
    moment: 'since',
  },
  failed_payout: {
    title: 'Payouts that failed',
    todo: 'The contractor was told. If they do nothing, ask them to check their bank account.',
    moment: 'since',
  },
  dead_event: {
    title: 'Events that were given up',
    todo: 'Read the reason, then try them again.',
    moment: 'since',
  },
  failed_mail: {
    title: 'Mails that could not be sent',
    todo: 'The person reads it in the app. If many fail, look at the mail server.',
    moment: 'since',
  },
  hold_ending: {
    title: 'Holds that end within two days',
    todo: 'Both parties were reminded. What nobody decides goes back to the card, or as the employer chose.',
    moment: 'until',
  },
}
