import { addFeeRefund } from '../application-fees/fee.ts'
import { invalid } from '../core/errors.ts'
import { PLATFORM } from '../core/ids.ts'
import type { Tx } from '../core/tx.ts'
import type { Charge } from '../payments/kinds.ts'
import { transfersOf } from '../payments/transfers-of.ts'
import { addReversal, requireReversible } from '../transfers/reversal.ts'

interface Wish {
  reverseTransfer: boolean
  refundFee: boolean
}

/** Whether a charge was captured more than once. */
export function wasCapturedOften(tx: Tx, charge: Charge): boolean {
  return (tx.find('_hold', charge.id)?.captures ?? 0) > 1
}

/** The fees that the captures made: of the payments on the connected account, or of a direct charge itself. */
function* feesOf(tx: Tx, charge: Charge) {
  const payments = transfersOf(tx, charge).map(transfer => String(transfer.destination_payment))
  const charges = payments.length > 0 ? payments : [charge.id]
  for (const fee of tx.list('application_fee', PLATFORM, {
    where: one => charges.includes(String(one.charge)),
  }))
    yield fee
}

/**
 * Of a charge that was captured more than once, transfers and fees go back as a whole or not at all.
 * docs.stripe.com/payments/multicapture#refunds
 * @throws StripeError 400.
 */
export function requireWhole(tx: Tx, charge: Charge, wish: Wish, amount: number): void {
  const name = wish.reverseTransfer ? 'reverse_transfer' : 'refund_application_fee'
  if (!wish.reverseTransfer && !wish.refundFee) return
  if (amount !== charge.amount_captured) {
    throw invalid(
      `Partial refunds with \`${name}\` are not supported for payments that were captured multiple times. Use transfer reversals and application fee refunds instead.`,
      { param: name },
    )
  }
  const begun =
    (wish.reverseTransfer && transfersOf(tx, charge).some(transfer => transfer.amount_reversed > 0)) ||
    (wish.refundFee && [...feesOf(tx, charge)].some(fee => fee.amount_refunded > 0))
  if (!begun) return
  throw invalid(
    `Refunds with \`${name}\` are not supported for payments that were captured multiple times once a part was returned by itself.`,
    { param: name },
  )
}

/** Takes every transfer of the charge back; the id of the last reversal. */
export function reverseAll(tx: Tx, charge: Charge, refundId: string): string | null {
  let last: string | null = null
  for (const transfer of transfersOf(tx, charge)) {
    requireReversible(tx, transfer, transfer.amount)
    last = addReversal(tx, transfer, { amount: transfer.amount, sourceRefund: refundId }).reversal.id
  }
  return last
}

/** Returns every application fee of the charge. */
export function returnAllFees(tx: Tx, charge: Charge): void {
  for (const fee of [...feesOf(tx, charge)]) addFeeRefund(tx, fee.id, fee.amount)
}
