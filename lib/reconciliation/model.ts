export type DiscrepancyKind = 'missing_in_ledger' | 'missing_at_stripe' | 'other_amount' | 'other_balance'

/** A difference, in minor units. `account` is '' for the platform's balance, else an account id of Stripe's. */
export type Difference = {
  kind: DiscrepancyKind
  subject: string
  account: string
  currency: string
  ledgerAmount: bigint
  stripeAmount: bigint
}

/** What to do about each kind; shown beside the two sides, never done by itself. */
export const PROPOSALS: Record<DiscrepancyKind, string> = {
  missing_in_ledger:
    'Stripe moved this money and the ledger does not know it. Read the object again; if it was made outside Holdfast, post it with a reason.',
  missing_at_stripe:
    'The ledger has this movement and Stripe does not. Look at the object at Stripe; if it never happened, post its reverse with a reason.',
  other_amount: 'Both sides have this movement with different amounts. Post the difference with a reason.',
  other_balance:
    'The movements agree and the balance does not. Look for movements outside the period that was compared.',
}
