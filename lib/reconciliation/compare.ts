import type { BalanceMovement } from '../stripe/balance-transactions.ts'
import type { LedgerMovement } from './ledger-movements.ts'
import type { Difference, DiscrepancyKind } from './model.ts'

/** The part of a movement at Stripe that is compared. */
export type Moved = Pick<BalanceMovement, 'objectId' | 'currency' | 'amount' | 'fee'>

type Sums = {
  objectId: string
  currency: string
  ledger: bigint | null
  stripe: bigint | null
  postedAt: Date | null
}

/** Both sides by object and currency; a side that does not have it is null. */
function sumUp(moved: Moved[], posted: LedgerMovement[]): Sums[] {
  const sums = new Map<string, Sums>()
  const at = (objectId: string, currency: string): Sums => {
    const id = `${objectId} ${currency}`
    const found = sums.get(id) ?? { objectId, currency, ledger: null, stripe: null, postedAt: null }
    sums.set(id, found)
    return found
  }
  for (const { objectId, currency, amount, fee } of moved) {
    const one = at(objectId, currency)
    one.stripe = (one.stripe ?? 0n) + amount - fee
  }
  for (const { objectId, currency, amount, postedAt } of posted)
    Object.assign(at(objectId, currency), { ledger: amount, postedAt })
  return [...sums.values()]
}

function kindOf({ ledger, stripe }: Sums): DiscrepancyKind {
  if (ledger === null) return 'missing_in_ledger'
  return stripe === null ? 'missing_at_stripe' : 'other_amount'
}

/**
 * Compares one balance, both ways: every movement of Stripe's against the ledger, and every movement of the ledger's since `since`
 * against Stripe. `moved` has to reach back further, for an object's movements are compared as one sum. `account` is whose balance
 * it is: '' for the platform's.
 */
export function compare(moved: Moved[], posted: LedgerMovement[], since: Date, account = ''): Difference[] {
  return sumUp(moved, posted)
    .filter(one => (one.ledger ?? 0n) !== (one.stripe ?? 0n))
    .filter(one => one.stripe !== null || (one.postedAt !== null && one.postedAt >= since))
    .map(one => ({
      kind: kindOf(one),
      subject: one.objectId,
      account,
      currency: one.currency,
      ledgerAmount: one.ledger ?? 0n,
      stripeAmount: one.stripe ?? 0n,
    }))
}
