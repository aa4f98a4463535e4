import { fundsOf } from '../balance/balance.ts'
import { book } from '../balance/book.ts'
import type { BalanceTransaction } from '../balance/kinds.ts'
import { randomText } from '../core/ids.ts'
import { schedule, type Task } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import type { Charge } from '../payments/kinds.ts'
import { pricingOf, returnedFee } from '../payments/pricing.ts'
import { announceUpdate } from './announce.ts'
import type { Refund } from './kinds.ts'

/** Whether the account's money covers a refund. */
export function isCovered(tx: Tx, refund: Refund, charge: Charge, account: string): boolean {
  const { available, pending } = fundsOf(tx, account, refund.currency)
  const { fee } = tx.get('balance_transaction', String(charge.balance_transaction))
  return available + pending + fee >= refund.amount
}

/** Takes a refund's money from the account's balance. Stripe keeps its processing fee. */
export function payRefund(tx: Tx, refund: Refund, charge: Charge, account: string): void {
  const { available_on } = tx.get('balance_transaction', String(charge.balance_transaction))
  const transaction = book(tx, {
    account,
    currency: refund.currency,
    amount: -refund.amount,
    type: 'refund',
    reportingCategory: 'refund',
    fees: feesBack(tx, refund, charge),
    source: refund.id,
    description: charge.description ? `REFUND FOR CHARGE (${charge.description})` : 'REFUND FOR CHARGE',
    availableOn: available_on,
  })
  refund.balance_transaction = transaction.id
  refund.status = 'succeeded'
  delete refund.pending_reason
}

/** The processing fee stays with Stripe, but under old contracts: then its part comes back. */
function feesBack(tx: Tx, refund: Refund, charge: Charge): BalanceTransaction['fee_details'] {
  if (!pricingOf(tx).returnsFees) return []
  const { fee_details } = tx.get('balance_transaction', String(charge.balance_transaction))
  const fee = fee_details.find(({ type }) => type === 'stripe_fee')
  if (!fee) return []
  const amount = -returnedFee(tx, fee.amount, charge.amount_captured, refund.amount)
  return [{ ...fee, amount, description: 'Stripe processing fee refund' }]
}

/** The number under which the card network knows a refund: sixteen digits. */
function acquirerReference(): string {
  return Array.from(randomText(16), character => character.charCodeAt(0) % 10).join('')
}

function writeReference(refund: Refund): void {
  const details = refund.destination_details
  if (!details?.card) return
  const card = { ...details.card, reference: acquirerReference(), reference_status: 'available' }
  refund.destination_details = { ...details, card }
}

/** What happens to refunds by themselves. */
export const REFUND_TASKS: Record<string, Task> = {
  /** A refund that waited for money is paid once there is enough. */
  refund_retried(tx, { ref, account }) {
    const refund = tx.edit('refund', ref)
    if (refund.status !== 'pending') return
    const charge = tx.get('charge', String(refund.charge))
    if (!isCovered(tx, refund, charge, account)) {
      schedule(tx, { at: tx.now + 3600, task: 'refund_retried', ref, account })
      return
    }
    payRefund(tx, refund, charge, account)
    writeReference(refund)
    announceUpdate(tx, refund, account)
  },
  /** The number by which the payer's bank finds a refund comes seconds later. docs.stripe.com/refunds#tracing-refunds */
  refund_referenced(tx, { ref, account }) {
    const refund = tx.edit('refund', ref)
    if (refund.status !== 'succeeded' || !refund.destination_details?.card) return
    writeReference(refund)
    announceUpdate(tx, refund, account)
  },
  /** Test card 4000 0000 0000 7726. */
  refund_succeeds(tx, { ref, account }) {
    const refund = tx.edit('refund', ref)
    if (refund.status !== 'pending') return
    refund.status = 'succeeded'
    delete refund.pending_reason
    writeReference(refund)
    announceUpdate(tx, refund, account)
  },
  /** Test card 4000 0000 0000 5126: the bank sends the money back. A reversed transfer stays reversed. */
  refund_fails(tx, { ref, account }) {
    const refund = tx.edit('refund', ref)
    if (refund.status !== 'succeeded') return
    const charge = tx.edit('charge', String(refund.charge))
    const transaction = book(tx, {
      account,
      currency: refund.currency,
      amount: refund.amount,
      type: 'refund_failure',
      reportingCategory: 'refund_failure',
      source: refund.id,
      description: 'REFUND FAILURE',
      availableOn: tx.now,
    })
    refund.status = 'failed'
    refund.failure_reason = 'expired_or_canceled_card'
    refund.failure_balance_transaction = transaction.id
    charge.amount_refunded -= refund.amount
    charge.refunded = false
    emit(tx, 'refund.failed', refund, account)
    announceUpdate(tx, refund, account)
  },
}
