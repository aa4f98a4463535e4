import { addFee } from '../application-fees/fee.ts'
import { balanceOf } from '../balance/balance.ts'
import { book } from '../balance/book.ts'
import type { BalanceTransaction } from '../balance/kinds.ts'
import { DAY } from '../core/clock.ts'
import { PLATFORM } from '../core/ids.ts'
import type { Tx } from '../core/tx.ts'
import { bringTrouble } from '../disputes/trouble.ts'
import { emit } from '../events/emit.ts'
import { addTransfer, announcePayment, feeDetail } from '../transfers/transfer.ts'
import type { Charge } from './kinds.ts'
import { APPLICATION } from './platform.ts'
import { processingFee } from './pricing.ts'

/** How long captured money is pending; Stripe counts whole days, UTC. */
const PENDING_DAYS = 2

/**
 * Takes the money of a charge: the capture's whole amount goes to the account's balance, less Stripe's
 * processing fee. Of a destination charge it then goes on to the connected account, from which the
 * application fee comes back. `charge.amount_captured` and `application_fee_amount` are set already.
 */
export function settle(tx: Tx, charge: Charge, account: string): void {
  const { instantFunds, trouble } = tx.get('_charge', charge.id)
  const availableOn = instantFunds ? tx.now : tx.now - (tx.now % DAY) + PENDING_DAYS * DAY
  const direct = account !== PLATFORM ? (charge.application_fee_amount ?? 0) : 0
  const transaction = book(tx, {
    account,
    currency: charge.currency,
    amount: charge.amount_captured,
    type: 'charge',
    reportingCategory: 'charge',
    source: charge.id,
    description: charge.description,
    fees: feesOf(tx, charge, direct),
    availableOn,
  })
  charge.balance_transaction = transaction.id
  charge.captured = true
  if (charge.transfer_data) passOn(tx, charge, account, availableOn)
  else if (direct > 0) {
    charge.application = APPLICATION
    addFee(tx, { amount: direct, account, charge, originatingTransaction: null, availableOn })
  }
  // Money that is available at once is told of like any other that becomes available.
  if (instantFunds) emit(tx, 'balance.available', balanceOf(tx, account), account)
  bringTrouble(tx, charge, trouble, account)
}

/** The transfer of a destination charge, and the fee that comes back. */
function passOn(tx: Tx, charge: Charge, account: string, availableOn: number) {
  const destination = String(charge.transfer_data?.destination)
  const amount = charge.transfer_data?.amount ?? charge.amount_captured
  const fee = charge.application_fee_amount ?? 0
  const { transfer, payment } = addTransfer(tx, {
    from: account,
    to: destination,
    amount,
    currency: charge.currency,
    sourceTransaction: charge.id,
    group: charge.transfer_group,
    availableOn,
    applicationFee: fee,
  })
  charge.transfer = transfer.id
  if (fee > 0) {
    const originatingTransaction = charge.id
    const made = addFee(tx, {
      amount: fee,
      account: destination,
      charge: payment,
      originatingTransaction,
      availableOn,
    })
    charge.application_fee = made.id
  }
  announcePayment(tx, payment, destination)
  emit(tx, 'charge.updated', charge, account)
}

function feesOf(tx: Tx, charge: Charge, applicationFee: number): BalanceTransaction['fee_details'] {
  const { currency } = charge
  const amount = processingFee(
    tx,
    charge.amount_captured,
    charge.payment_method_details?.card?.country ?? null,
  )
  const stripe = {
    amount,
    application: null,
    currency,
    description: 'Stripe processing fees',
    type: 'stripe_fee',
  }
  return applicationFee > 0 ? [feeDetail(applicationFee, currency), stripe] : [stripe]
}
