import { newId } from '../core/ids.ts'
import type { Charge } from '../payments/kinds.ts'
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

export interface RefundWish {
  /** Minor units; all that is left when not given. */
  amount?: number | undefined
  reason?: Refund['reason'] | undefined
  metadata: Record<string, string>
  reverseTransfer: boolean
  refundFee: boolean
}

/** A refund of (a part of) a card charge, about which nothing is decided yet. */
export function refundOf(charge: Charge, wish: RefundWish, amount: number, now: number): Refund {
  return {
    ...blankRefund(newId(charge.id.startsWith('py_') ? 'pyr' : 're'), now, amount, charge.currency),
    charge: charge.id,
    customer: charge.customer,
    metadata: wish.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: wish.reason ?? null,
    destination_details:
      charge.payment_method_details?.type === 'card'
        ? {
            card: {
              reference_status: 'pending',
              reference_type: 'acquirer_reference_number',
              type: 'refund',
            },
            type: 'card',
          }
        : { type: charge.payment_method_details?.type ?? 'card' },
  } as Refund
}
