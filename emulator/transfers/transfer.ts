import { book } from '../balance/book.ts'
import type { BalanceTransaction } from '../balance/kinds.ts'
import { deepFreeze } from '../core/copy.ts'
import { embeddedList } from '../core/embedded-list.ts'
import { newId, PLATFORM } from '../core/ids.ts'
import { NOTHING } from '../core/nothing.ts'
import type { Tx } from '../core/tx.ts'
import { emitLast } from '../events/emit.ts'
import { blankCharge } from '../payments/charge.ts'
import type { Charge } from '../payments/kinds.ts'
import { APPLICATION } from '../payments/platform.ts'
import type { Transfer } from './kinds.ts'

export interface NewTransfer {
  from: string
  to: string
  /** Minor units. */
  amount: number
  currency: string
  /** The charge whose money it is, if of one. */
  sourceTransaction: string | null
  group: string | null
  description?: string | null
  metadata?: Record<string, string>
  /** When the receiver may use the money, Unix seconds. */
  availableOn: number
  /** What the platform keeps of it: taken from the receiver's part. */
  applicationFee: number
}

/**
 * Moves money from one account to another: `tr_` on the sender, a payment `py_` on the receiver, and a
 * balance transaction on each side. The caller has checked that the sender can afford it, and tells of both
 * (`announceTransfer`, `announcePayment`) when Stripe does.
 */
export function addTransfer(tx: Tx, wanted: NewTransfer): { transfer: Transfer; payment: Charge } {
  const { from, amount, currency } = wanted
  const id = newId('tr')
  const payment = addPayment(tx, wanted, id)
  const transaction = book(tx, {
    account: from,
    currency,
    amount: -amount,
    type: 'transfer',
    reportingCategory: 'transfer',
    source: id,
    description: wanted.description ?? null,
    availableOn: wanted.availableOn,
  })
  const transfer: Transfer = {
    id,
    object: 'transfer',
    amount,
    amount_reversed: 0,
    balance_transaction: transaction.id,
    created: tx.now,
    currency,
    description: wanted.description ?? null,
    destination: wanted.to,
    destination_payment: payment.id,
    livemode: false,
    metadata: wanted.metadata ?? NOTHING,
    reversals: embeddedList(`/v1/transfers/${id}/reversals`),
    reversed: false,
    source_transaction: wanted.sourceTransaction,
    source_type: 'card',
    transfer_group: wanted.group,
  }
  tx.add('transfer', id, transfer, from)
  return { transfer, payment }
}

/** Tells the sender of a transfer. */
export function announceTransfer(tx: Tx, transfer: Transfer, account: string): void {
  emitLast(tx, 'transfer.created', transfer, account)
}

/** Tells the receiver of a transfer's payment. */
export function announcePayment(tx: Tx, payment: Charge, account: string): void {
  // The SDK's list of event types leaves this one out; Stripe sends it for every `py_`.
  emitLast(tx, 'payment.created' as 'charge.succeeded', payment, account)
}

const OF_AN_ACCOUNT = deepFreeze({ stripe_account: {}, type: 'stripe_account' })

function addPayment(tx: Tx, wanted: NewTransfer, transferId: string): Charge {
  const { to, amount, currency, applicationFee } = wanted
  const payment = blankCharge(newId('py'), tx.now, amount, currency)
  const transaction = book(tx, {
    account: to,
    currency,
    amount,
    type: 'payment',
    reportingCategory: 'charge',
    source: payment.id,
    fees: applicationFee > 0 ? [feeDetail(applicationFee, currency)] : [],
    availableOn: wanted.availableOn,
  })
  Object.assign(payment, {
    amount_captured: amount,
    application: to === PLATFORM ? null : APPLICATION,
    application_fee_amount: applicationFee > 0 ? applicationFee : null,
    balance_transaction: transaction.id,
    captured: true,
    paid: true,
    payment_method_details: OF_AN_ACCOUNT,
    source_transfer: transferId,
    status: 'succeeded',
  } satisfies Partial<Charge>)
  return tx.add('charge', payment.id, payment, to)
}

/** How an application fee shows in the fees of the payment that it is taken from. */
export function feeDetail(amount: number, currency: string): BalanceTransaction['fee_details'][number] {
  return {
    amount,
    application: APPLICATION,
    currency,
    description: 'Local Platform application fee',
    type: 'application_fee',
  }
}
