import { missing } from './errors.ts'
import type { Kind, Kinds } from './kinds.ts'
import type { Tx } from './tx.ts'

/** How Stripe names kinds in "No such …" where that is not the kind itself. */
const NOUNS: Partial<Record<string, string>> = {
  application_fee: 'application fee',
  balance_transaction: 'balance transaction',
  file_link: 'file link',
  payment_method: 'PaymentMethod',
  setup_intent: 'setupintent',
  transfer_reversal: 'transfer reversal',
  webhook_endpoint: 'webhook endpoint',
}

/** How "No such …" names a kind. */
export function nounOf(kind: Kind): string {
  return NOUNS[kind] ?? kind
}

/** Names of the id parameter where it is not `id`. */
const ID_PARAMS: Partial<Record<string, string>> = {
  dispute: 'dispute',
  payment_intent: 'intent',
  payment_method: 'payment_method',
  payout: 'payout',
  refund: 'refund',
  setup_intent: 'intent',
}

/**
 * An object of the request's account.
 * @param param the parameter that named it; without one the id is from the URL.
 * @throws StripeError `resource_missing`: 404 for the URL's object, 400 for a parameter's.
 */
export function owned<K extends Kind>(
  tx: Tx,
  kind: K,
  id: string,
  account: string,
  param?: string,
): Kinds[K] {
  const row = tx.row(kind, id)
  if (row && row.account === account) return row.value
  const noun = nounOf(kind)
  if (param !== undefined) throw missing(noun, id, param, 400)
  throw missing(noun, id, ID_PARAMS[kind] ?? 'id')
}

/** As `owned`, but a copy to be changed. */
export function ownedDraft<K extends Kind>(tx: Tx, kind: K, id: string, account: string): Kinds[K] {
  owned(tx, kind, id, account)
  return tx.edit(kind, id)
}
