import { addFeeRefund } from '../application-fees/fee.ts'
import { schedule } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import { closeInquiries } from '../disputes/decide.ts'
import { emit } from '../events/emit.ts'
import { moneyOf } from '../payments/charge.ts'
import type { Charge } from '../payments/kinds.ts'
import { settleWarnings } from '../radar/early-fraud-warnings.ts'
import { refundFeeShare } from '../transfers/create-reversal.ts'
import type { Transfer } from '../transfers/kinds.ts'
import { addReversal, requireReversible } from '../transfers/reversal.ts'
import { type Step, shareOf } from '../transfers/share.ts'
import { type RefundWish, refundOf } from './blank.ts'
import type { Refund } from './kinds.ts'
import { isCovered, payRefund } from './pay.ts'
import { refuseDisputed, requireRefundable } from './refundable.ts'
import { isLegacyHold, releaseHold } from './release.ts'
import { requireWhole, returnAllFees, reverseAll, wasCapturedOften } from './several-captures.ts'

const SOON = 60
/** Seconds after which the card network has given a refund its reference number. */
const REFERENCE = 2
const RETRY = 3600

/**
 * Refunds (a part of) a card charge. Of a destination charge the transfer may be reversed and the fee returned
 * in the same proportion; if the connected account cannot afford that, there is no refund at all.
 * @throws StripeError 400 `charge_already_refunded`, `balance_insufficient`, and others.
 */
export function createRefund(tx: Tx, charge: Charge, wish: RefundWish, account: string): Refund {
  if (isLegacyHold(charge)) return releaseHold(tx, charge, wish, account)
  refuseDisputed(tx, charge, account)
  const amount = requireRefundable(charge, wish)
  const many = wasCapturedOften(tx, charge)
  if (many) requireWhole(tx, charge, wish, amount)
  const transfer = charge.transfer ? tx.get('transfer', String(charge.transfer)) : null
  const refund = refundOf(charge, wish, amount, tx.now)
  tx.put('refund', refund.id, refund, account)
  const before = charge.amount_refunded
  const step = { before, after: before + amount, total: charge.amount_captured }
  charge.amount_refunded = step.after
  charge.refunded = charge.captured && step.after === step.total
  if (wish.reverseTransfer && transfer) {
    refund.transfer_reversal = many
      ? reverseAll(tx, charge, refund.id)
      : reverse(tx, transfer, step, refund.id)
  }
  if (wish.refundFee && many) returnAllFees(tx, charge)
  else if (wish.refundFee) returnFee(tx, charge, transfer, step)
  decideStatus(tx, refund, charge, account)
  emit(tx, 'refund.created', refund, account)
  emit(tx, 'charge.refunded', charge, account)
  if (charge.refunded) {
    settleWarnings(tx, charge.id, account)
    closeInquiries(tx, charge.id, account)
  }
  return refund
}

/** Takes the refunded share of the transfer back, or what is left of it. */
function reverse(tx: Tx, transfer: Transfer, step: Step, refundId: string): string | null {
  const amount = Math.min(shareOf(transfer.amount, step), transfer.amount - transfer.amount_reversed)
  if (amount === 0) return null
  requireReversible(tx, transfer, amount)
  return addReversal(tx, transfer, { amount, sourceRefund: refundId }).reversal.id
}

/** Returns the refunded share of the application fee: of a destination charge, or of a direct one. */
function returnFee(tx: Tx, charge: Charge, transfer: Transfer | null, step: Step) {
  if (transfer) return refundFeeShare(tx, transfer, step)
  const fee = tx.get('application_fee', String(charge.application_fee))
  const due = Math.min(shareOf(fee.amount, step), fee.amount - fee.amount_refunded)
  if (due > 0) addFeeRefund(tx, fee.id, due)
}

/**
 * Pays at once if the account can: Stripe's rule looks at the available balance; here pending money counts
 * too, and Stripe's own fee may be missing, so that a demonstration with a single order can be undone. A
 * refund that is not covered stays pending and is tried again every hour of the virtual clock.
 */
function decideStatus(tx: Tx, refund: Refund, charge: Charge, account: string) {
  if (!isCovered(tx, refund, charge, account)) {
    refund.status = 'pending'
    refund.pending_reason = 'insufficient_funds'
    schedule(tx, { at: tx.now + RETRY, task: 'refund_retried', ref: refund.id, account })
    return
  }
  payRefund(tx, refund, charge, account)
  const behaviour = moneyOf(tx, charge.id).refund
  if (behaviour === 'ok') {
    schedule(tx, { at: tx.now + REFERENCE, task: 'refund_referenced', ref: refund.id, account })
    return
  }
  if (behaviour === 'pending_then_ok') {
    refund.status = 'pending'
    refund.pending_reason = 'processing'
  }
  const task = behaviour === 'pending_then_ok' ? 'refund_succeeds' : 'refund_fails'
  schedule(tx, { at: tx.now + SOON, task, ref: refund.id, account })
}
