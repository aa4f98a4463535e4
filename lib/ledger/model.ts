/**
 * The chart of accounts. Debit balances are what is there or was spent, credit balances what is owed or was earned.
 *  - `platform_balance`, `contractor_balance`: the money that Stripe keeps for us and for one contractor, pending and available;
 *  - `contractor_payable`: what a contractor earned and has not been paid out; mirrors their balance at Stripe;
 *  - `commission` earned, `processing_fees` paid to Stripe, `refunds` that the platform bore, `recovered` from contractors,
 *    `receivable` a contractor owes us, `disputes` and `dispute_fees` lost to banks;
 *  - `paid_out`: what the platform took from its balance to its own bank;
 *  - `corrections`: what was posted, with a reason, to make the ledger what Stripe has;
 *  - `holds`, `holds_placed`: a memo pair. A hold is no money yet, but it is counted.
 */
export const ACCOUNT_KINDS = [
  'platform_balance',
  'contractor_balance',
  'contractor_payable',
  'commission',
  'processing_fees',
  'refunds',
  'recovered',
  'receivable',
  'disputes',
  'dispute_fees',
  'paid_out',
  'corrections',
  'holds',
  'holds_placed',
] as const
export type AccountKind = (typeof ACCOUNT_KINDS)[number]

/** An account of the platform's own, or of one contractor (`party`: the id of their ConnectedAccount row). */
export type AccountRef = { kind: AccountKind; party: string }

/** An amount, in minor units and above zero, that one account is debited and another credited. */
export type Entry = { debit: AccountRef; credit: AccountRef; amount: bigint }

/** Whose facts the ledger keeps: kinds of our own rows. */
export type SourceType =
  | 'payment'
  | 'refund'
  | 'recovery'
  | 'collection'
  | 'retransfer'
  | 'dispute'
  | 'payout'
  | 'correction'

/** What the ledger is told once: `code` names the recipe, and (source, code) is unique. */
export type LedgerFact = {
  livemode: boolean
  source: { type: SourceType; id: string }
  code: string
  currency: string
  entries: Entry[]
}
