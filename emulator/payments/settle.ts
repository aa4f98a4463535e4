import { platformPayouts } from '../accounts/platform-account.ts'
import { addFee, announceFee } from '../application-fees/fee.ts'
import type { ApplicationFee } from '../application-fees/kinds.ts'
import { balanceOf } from '../balance/balance.ts'
import { book } from '../balance/book.ts'
import type { BalanceTransaction } from '../balance/kinds.ts'
import { DAY } from '../core/clock.ts'
import { PLATFORM } from '../core/ids.ts'
import type { Tx } from '../core/tx.ts'
import { bringTrouble } from '../disputes/trouble.ts'
import { emit, emitLast } from '../events/emit.ts'
import type { Transfer } from '../transfers/kinds.ts'
import { addTransfer, announcePayment, announceTransfer, feeDetail } from '../transfers/transfer.ts'
import { moneyOf } from './charge.ts'
import type { Charge } from './kinds.ts'
import { APPLICATION } from './platform.ts'
import { processingFee } from './pricing.ts'

/** What a capture made besides its balance transaction, to be told of by `followUp`. */
export interface Settled {
  transfer: Transfer | null
  fee: ApplicationFee | null
  /** The payment was told of before it was settled. */
  isLater?: boolean
}

/**
 * When captured money becomes available, in Unix seconds. Stripe counts whole days, UTC: as many as the account has in its
 * schedule that takes the payment, or on behalf of which it is taken.
 */
function availabilityOf(tx: Tx, charge: Charge, account: string): number {
  if (moneyOf(tx, charge.id).instantFunds) return tx.now
  const merchant = typeof charge.on_behalf_of === 'string' ? charge.on_behalf_of : account
  const payouts = tx.find('account', merchant)?.settings?.payouts ?? platformPayouts(tx)
  return tx.now - (tx.now % DAY) + payouts.schedule.delay_days * DAY
}

/** One capture of a charge. Minor units. */
export interface Capture {
  amount: number
  /** The application fee. */
  fee: number
  /** What goes on to the connected account of a destination charge. */
  share: number
}

/** The capture of a charge that is captured once. */
export function wholeOf(charge: Charge): Capture {
  const amount = charge.amount_captured
  return {
    amount,
    fee: charge.application_fee_amount ?? 0,
    share: charge.transfer_data?.amount ?? amount,
  }
}

/**
 * Takes the money of a capture: the whole amount goes to the account's balance, less Stripe's processing
 * fee. Of a destination charge it then goes on to the connected account, from which the application fee
 * comes back. Of several captures the charge names what the first one made. `followUp` is to be called
 * after the payment's own events.
 */
export function settle(tx: Tx, charge: Charge, capture: Capture, account: string): Settled {
  const availableOn = availabilityOf(tx, charge, account)
  const direct = account !== PLATFORM ? capture.fee : 0
  const transaction = book(tx, {
    account,
    currency: charge.currency,
    amount: capture.amount,
    type: 'charge',
    reportingCategory: 'charge',
    source: charge.id,
    description: charge.description,
    fees: feesOf(tx, charge, capture.amount, direct),
    availableOn,
  })
  charge.balance_transaction ??= transaction.id
  if (charge.transfer_data && capture.share > 0) return passOn(tx, charge, capture, { account, availableOn })
  if (direct === 0) return { transfer: null, fee: null }
  charge.application = APPLICATION
  const fee = addFee(tx, { amount: direct, account, charge, originatingTransaction: null, availableOn })
  return { transfer: null, fee }
}

/** What is told, and what happens, once the payment itself was told of. */
export function followUp(tx: Tx, charge: Charge, account: string, settled: Settled): void {
  const { instantFunds, trouble } = moneyOf(tx, charge.id)
  const { transfer, fee } = settled
  if (transfer) announceTransfer(tx, transfer, account)
  if (fee) announceFee(tx, fee)
  if (transfer) {
    const payment = tx.get('charge', String(transfer.destination_payment))
    announcePayment(tx, payment, String(transfer.destination))
  }
  if (settled.isLater) announceSettled(tx, charge, account, settled)
  // Money that is available at once is told of like any other that becomes available.
  if (instantFunds) emit(tx, 'balance.available', balanceOf(tx, account), account)
  if (charge.captured) bringTrouble(tx, charge, trouble, account)
}

/**
 * What was told of an asynchronous capture knew of no balance transaction, transfer or fee: `charge.updated` brings them.
 * docs.stripe.com/payments/payment-intents/asynchronous-capture
 */
function announceSettled(tx: Tx, charge: Charge, account: string, { transfer, fee }: Settled) {
  const former = {
    balance_transaction: null,
    ...(transfer ? { transfer: null } : {}),
    ...(fee ? { application_fee: null } : {}),
  }
  emitLast(tx, 'charge.updated', charge, account, former)
}

/** The transfer of a destination charge, and the fee that comes back. */
function passOn(
  tx: Tx,
  charge: Charge,
  { fee, share: amount }: Capture,
  { account, availableOn }: { account: string; availableOn: number },
): Settled {
  const destination = String(charge.transfer_data?.destination)
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
  charge.transfer ??= transfer.id
  if (fee === 0) return { transfer, fee: null }
  const made = addFee(tx, {
    amount: fee,
    account: destination,
    charge: payment,
    originatingTransaction: charge.id,
    availableOn,
  })
  charge.application_fee ??= made.id
  return { transfer, fee: made }
}

function feesOf(
  tx: Tx,
  charge: Charge,
  captured: number,
  applicationFee: number,
): BalanceTransaction['fee_details'] {
  const { currency } = charge
  const amount = processingFee(tx, captured, charge.payment_method_details?.card?.country ?? null)
  const stripe = {
    amount,
    application: null,
    currency,
    description: 'Stripe processing fees',
    type: 'stripe_fee',
  }
  return applicationFee > 0 ? [feeDetail(applicationFee, currency), stripe] : [stripe]
}
