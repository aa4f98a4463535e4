import type { MessageKey } from '../i18n/messages.ts'

/** What each rule of the ledger says, for admins; lib/ledger has the rules themselves. */
const RULE_WORDS = {
  'captures-posted': 'rules.captures_posted',
  'processing-fees-posted': 'rules.processing_fees_posted',
  'holds-counted': 'rules.holds_counted',
  'refunds-posted': 'rules.refunds_posted',
  'facts-have-sources': 'rules.facts_have_sources',
  'contractors-owed-what-stripe-keeps': 'rules.contractors_owed_what_stripe_keeps',
  'refunds-within-capture': 'rules.refunds_within_capture',
  'orders-match-payments': 'rules.orders_match_payments',
  'recoveries-posted': 'rules.recoveries_posted',
  'collections-posted': 'rules.collections_posted',
  'recoveries-collected': 'rules.recoveries_collected',
  'receivables-counted': 'rules.receivables_counted',
  'retransfers-posted': 'rules.retransfers_posted',
  'failed-refunds-given-back': 'rules.failed_refunds_given_back',
  'payouts-posted': 'rules.payouts_posted',
  'returned-recoveries-given-back': 'rules.returned_recoveries_given_back',
  'disputes-posted': 'rules.disputes_posted',
  'corrections-posted': 'rules.corrections_posted',
  'won-disputes-returned': 'rules.won_disputes_returned',
} as const satisfies Record<string, MessageKey>

type RuleName = keyof typeof RULE_WORDS

/** The words of a rule; null for one that has none yet, which is shown by its name. */
export function ruleWords(name: string): (typeof RULE_WORDS)[RuleName] | null {
  return Object.hasOwn(RULE_WORDS, name) ? RULE_WORDS[name as RuleName] : null
}

/** A rule as it was last looked at: in how many cases it does not hold, and the first of these. */
export type CheckView = { name: string; breaches: number; details: string[]; checkedAt: Date }
