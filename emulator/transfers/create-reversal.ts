import { addFeeRefund } from '../application-fees/fee.ts'
import { invalid } from '../core/errors.ts'
import type { Tx } from '../core/tx.ts'
import { formatAmount } from '../payments/currency.ts'
import type { Transfer, TransferReversal } from './kinds.ts'
import { addReversal, requireReversible } from './reversal.ts'
import { type Step, shareOf } from './share.ts'

interface Wanted {
  /** Minor units; everything that is left when not given. */
  amount?: number | undefined
  description?: string | null | undefined
  metadata: Record<string, string>
  refundFee: boolean
}

/**
 * Reverses (a part of) a transfer by itself, without refunding the payer.
 * @throws StripeError 400 for more than is left, or more than the receiver still has.
 */
export function createReversal(tx: Tx, transfer: Transfer, wanted: Wanted): TransferReversal {
  const left = transfer.amount - transfer.amount_reversed
  const amount = wanted.amount ?? left
  if (left === 0)
    throw invalid('This transfer is already fully reversed.', { code: 'transfer_already_reversed' })
  if (amount < 1 || amount > left) {
    const [asked, most] = [amount, left].map(one => formatAmount(one, transfer.currency))
    throw invalid(
      `Transfer reversal amount (${asked}) is greater than unreversed amount on transfer (${most})`,
      {
        param: 'amount',
      },
    )
  }
  requireReversible(tx, transfer, amount)
  const before = transfer.amount_reversed
  const { reversal } = addReversal(tx, transfer, { amount, sourceRefund: null, metadata: wanted.metadata })
  if (wanted.refundFee) {
    refundFeeShare(tx, transfer, { before, after: before + amount, total: transfer.amount })
  }
  return reversal
}

/** Returns the part of a destination charge's application fee that a step of taking back carries. */
export function refundFeeShare(tx: Tx, transfer: Transfer, step: Step): void {
  const payment = tx.get('charge', String(transfer.destination_payment))
  if (payment.application_fee === null) return
  const fee = tx.get('application_fee', String(payment.application_fee))
  const due = Math.min(shareOf(fee.amount, step), fee.amount - fee.amount_refunded)
  if (due > 0) addFeeRefund(tx, fee.id, due)
}
