import { book } from '../balance/book.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { pricingOf } from '../payments/pricing.ts'
import type { Dispute } from './kinds.ts'

/**
 * The bank takes the disputed amount, and Stripe its dispute fee. Of a destination charge it is the platform that pays: the transfer stays
 * where it is. docs.stripe.com/connect/disputes
 */
export function withdrawFunds(tx: Tx, dispute: Dispute, account: string): void {
  move(tx, dispute, account, -1)
  emit(tx, 'charge.dispute.funds_withdrawn', dispute, account)
}

/** A dispute that was won gives back both. */
export function reinstateFunds(tx: Tx, dispute: Dispute, account: string): void {
  move(tx, dispute, account, 1)
  emit(tx, 'charge.dispute.funds_reinstated', dispute, account)
}

function move(tx: Tx, dispute: Dispute, account: string, direction: 1 | -1): void {
  const isBack = direction === 1
  const { disputeFee } = pricingOf(tx)
  const charge = tx.get('charge', String(dispute.charge))
  const { available_on } = tx.get('balance_transaction', String(charge.balance_transaction))
  const fee = {
    amount: -direction * disputeFee,
    application: null,
    currency: dispute.currency,
    description: isBack ? 'Dispute fee refund' : 'Dispute fee',
    type: 'stripe_fee',
  }
  const transaction = book(tx, {
    account,
    currency: dispute.currency,
    amount: direction * dispute.amount,
    type: 'adjustment',
    reportingCategory: isBack ? 'dispute_reversal' : 'dispute',
    source: dispute.id,
    description: `Chargeback ${isBack ? 'reversal' : 'withdrawal'} for ${charge.id}`,
    fees: disputeFee > 0 ? [fee] : [],
    availableOn: available_on,
  })
  dispute.balance_transactions = [...dispute.balance_transactions, { ...transaction }]
}
