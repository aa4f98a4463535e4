import { fundsOf } from '../balance/balance.ts'
import { book } from '../balance/book.ts'
import { withFirst } from '../core/embedded-list.ts'
import { invalid } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { blankRefund } from '../refunds/blank.ts'
import type { Refund } from '../refunds/kinds.ts'
import type { Transfer, TransferReversal } from './kinds.ts'

export interface NewReversal {
  /** Minor units; not more than what is left. */
  amount: number
  /** The refund that asked for it. */
  sourceRefund: string | null
  metadata?: Record<string, string>
  description?: string | null
}

/**
 * Takes money of a transfer back from its receiver: `trr_` on the sender, `pyr_` on the receiver, a balance
 * transaction on each side. Both are pending for as long as the transferred money is.
 */
export function addReversal(
  tx: Tx,
  transfer: Transfer,
  wanted: NewReversal,
): { reversal: TransferReversal; refund: Refund } {
  const { account: from } = ownerOf(tx, transfer)
  const { amount } = wanted
  const id = newId('trr')
  const availableOn = availabilityOf(tx, transfer)
  const refund = addPaymentRefund(tx, transfer, wanted, { reversal: id, availableOn })
  const transaction = book(tx, {
    account: from,
    currency: transfer.currency,
    amount,
    type: 'transfer_refund',
    reportingCategory: 'transfer_reversal',
    source: transfer.id,
    description: 'REFUND FOR TRANSFER',
    availableOn,
  })
  const reversal: TransferReversal = {
    id,
    object: 'transfer_reversal',
    amount,
    balance_transaction: transaction.id,
    created: tx.now,
    currency: transfer.currency,
    destination_payment_refund: refund.id,
    metadata: wanted.metadata ?? {},
    source_refund: wanted.sourceRefund,
    transfer: transfer.id,
  }
  tx.put('transfer_reversal', id, reversal, from)
  const draft = tx.edit('transfer', transfer.id)
  draft.amount_reversed += amount
  draft.reversed = draft.amount_reversed === draft.amount
  draft.reversals = withFirst(draft.reversals, reversal)
  emit(tx, 'transfer.reversed', draft, from)
  return { reversal, refund }
}

function addPaymentRefund(
  tx: Tx,
  transfer: Transfer,
  wanted: NewReversal,
  made: { reversal: string; availableOn: number },
): Refund {
  const payment = tx.edit('charge', String(transfer.destination_payment))
  const to = String(transfer.destination)
  const refund = blankRefund(newId('pyr'), tx.now, wanted.amount, transfer.currency)
  const transaction = book(tx, {
    account: to,
    currency: transfer.currency,
    amount: -wanted.amount,
    type: 'payment_refund',
    reportingCategory: 'refund',
    source: refund.id,
    description: 'REFUND FOR PAYMENT',
    availableOn: made.availableOn,
  })
  refund.balance_transaction = transaction.id
  refund.charge = payment.id
  refund.source_transfer_reversal = made.reversal
  refund.transfer_reversal = made.reversal
  refund.status = 'succeeded'
  payment.amount_refunded += wanted.amount
  payment.refunded = payment.amount_refunded === payment.amount
  tx.put('refund', refund.id, refund, to)
  return refund
}

/**
 * Refuses to take back what the receiver no longer has. What it must still have is what it got: the
 * payment less the platform's fee, in the part taken back. The fee's part may push it below zero, as it does
 * at Stripe when a charge is refunded whole and the fee is not returned.
 * While the transferred money is pending, all pending money counts; afterwards only what is available.
 * @throws StripeError 400 `balance_insufficient`.
 */
export function requireReversible(tx: Tx, transfer: Transfer, amount: number): void {
  const payment = tx.get('charge', String(transfer.destination_payment))
  const fee = payment.application_fee_amount ?? 0
  const needed = amount - Math.floor((fee * amount) / transfer.amount)
  const funds = fundsOf(tx, String(transfer.destination), transfer.currency)
  const pending = availabilityOf(tx, transfer) > tx.now
  const usable = pending ? funds.available + funds.pending : funds.available
  if (usable >= needed) return
  throw invalid(
    'Insufficient funds in the connected account to reverse the transfer: its available balance is too low. You can use the /v1/balance endpoint to view the balance (for more details, see stripe.com/docs/api#balance).',
    { code: 'balance_insufficient' },
  )
}

/** When money of this transfer can be used by the one who has it. */
function availabilityOf(tx: Tx, transfer: Transfer): number {
  return tx.get('balance_transaction', String(transfer.balance_transaction)).available_on
}

function ownerOf(tx: Tx, transfer: Transfer): { account: string } {
  const row = tx.row('transfer', transfer.id)
  if (!row) throw new Error(`There is no transfer ${transfer.id}`)
  return row
}
