import { may } from '../access/model.ts'
import { db, type Tx } from '../db.ts'
import { env } from '../env.ts'
import { fromDecimal, moneyOf, proportion } from '../money.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { RefundErrorCode, RefundPreview } from './model.ts'
import { readRefundable, refundable, transferLeft } from './refundable.ts'

type Choice = { amount: bigint; reverseTransfer: boolean; refundCommission: boolean }
type Captured = { amountCaptured: bigint; commissionCaptured: bigint }

/**
 * Who gains and loses by a refund of a destination charge (https://docs.stripe.com/connect/destination-charges#issue-refunds):
 * a reversed transfer comes from the contractor in proportion, the commission goes back to them in proportion.
 */
export function refundEffect(captured: Captured, choice: Choice) {
  const commissionReturned = choice.refundCommission
    ? proportion(captured.commissionCaptured, choice.amount, captured.amountCaptured)
    : 0n
  const reversed = choice.reverseTransfer ? choice.amount : 0n
  return {
    employer: choice.amount,
    contractor: commissionReturned - reversed,
    platform: reversed - choice.amount - commissionReturned,
    commissionReturned,
  }
}

/** For an admin, before they confirm: everybody's gain and loss to the cent. An empty amount is all that is left. */
export async function previewRefund(
  actor: Actor,
  input: {
    paymentId: string
    amount?: string | undefined
    reverseTransfer: boolean
    refundCommission: boolean
  },
  on: Tx = db(),
): Promise<Result<RefundPreview, RefundErrorCode>> {
  if (!may(actor, 'refund')) return fail('not_found')
  const payment = await readRefundable(on, input.paymentId, env().stripe.livemode)
  if (!payment) return fail('not_found')
  if (payment.status !== 'succeeded') return fail('nothing_captured')
  if (payment.isDisputed) return fail('disputed')
  const { currency } = moneyOf(payment.amount, payment.currency)
  const left = refundable(payment)
  const amount = input.amount ? fromDecimal(input.amount, currency)?.amount : left
  if (!amount) return fail('amount_invalid')
  if (amount > left) return fail('amount_too_large')
  if (input.reverseTransfer && amount > transferLeft(payment)) return fail('transfer_short')
  return ok({ currency, amount, ...refundEffect(payment, { ...input, amount }) })
}
