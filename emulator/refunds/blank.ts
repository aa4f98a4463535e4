import type { Refund } from './kinds.ts'

/** A refund with nothing set but its amount: what `re_` and `pyr_` have in common. */
export function blankRefund(id: string, now: number, amount: number, currency: string): Refund {
  return {
    id,
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: null,
    created: now,
    currency,
    customer: null,
    customer_account: null,
    metadata: {},
    payment_intent: null,
    payment_method: null,
    reason: null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'pending',
    transfer_reversal: null,
  }
}
