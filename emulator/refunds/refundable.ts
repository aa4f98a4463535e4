import { invalid, type StripeError } from '../core/errors.ts'
import type { Tx } from '../core/tx.ts'
import { formatAmount } from '../payments/currency.ts'
import type { Charge } from '../payments/kinds.ts'
import type { RefundWish } from './blank.ts'

/** What a bank has taken cannot be given a second time. @throws StripeError 400 `charge_disputed`. */
export function refuseDisputed(tx: Tx, charge: Charge, account: string): void {
  if (!charge.disputed) return
  const disputes = [...tx.list('dispute', account, { by: { field: 'charge', value: charge.id } })]
  if (disputes.every(dispute => dispute.is_charge_refundable)) return
  throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
    code: 'charge_disputed',
  })
}

/** The amount that a refund is about. @throws StripeError 400 for what cannot be refunded. */
export function requireRefundable(charge: Charge, wish: RefundWish): number {
  if (charge.amount_captured === 0 || charge.status !== 'succeeded') throw nothingToRefund(charge)
  const left = charge.amount_captured - charge.amount_refunded
  if (left === 0) {
    throw invalid(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  }
  const amount = wish.amount ?? left
  if (amount < 1) {
    throw invalid('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  }
  if (amount > left) {
    const [asked, most] = [amount, left].map(one => formatAmount(one, charge.currency))
    throw invalid(`Refund amount (${asked}) is greater than unrefunded amount on charge (${most})`, {
      param: 'amount',
    })
  }
  const { id } = charge
  if (wish.reverseTransfer && !charge.transfer) {
    throw invalid(
      `Cannot reverse transfer for charge ${id} because it does not have an associated transfer.`,
      {
        param: 'reverse_transfer',
      },
    )
  }
  // A destination charge without a fee has none to return: Stripe takes that as said.
  if (wish.refundFee && charge.application_fee === null && !charge.transfer) {
    throw invalid(`Charge ${id} has no application fee to refund.`, { param: 'refund_application_fee' })
  }
  if (wish.refundFee && charge.transfer && !wish.reverseTransfer) {
    throw invalid(
      'You must reverse the transfer of a destination charge when refunding its application fee.',
      {
        param: 'refund_application_fee',
      },
    )
  }
  return amount
}

/** What Stripe says of a payment of which nothing was taken. */
function nothingToRefund({ id, payment_intent: intent, ...charge }: Charge): StripeError {
  const name = intent === null ? `Charge (${id})` : `PaymentIntent (${String(intent)})`
  const isHeld = charge.status === 'succeeded' && !charge.refunded
  return invalid(
    isHeld
      ? `This uncaptured Charge was created by a ${name}. You must cancel the PaymentIntent to reverse the authorization instead of refunding the Charge directly. For more information, see https://stripe.com/docs/payments/place-a-hold-on-a-payment-method`
      : `This ${name} does not have a successful charge to refund.`,
  )
}
