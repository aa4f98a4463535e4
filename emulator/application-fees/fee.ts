import { book } from '../balance/book.ts'
import { embeddedList, withFirst } from '../core/embedded-list.ts'
import { newId, PLATFORM } from '../core/ids.ts'
import type { Tx } from '../core/tx.ts'
import { emit, emitLast } from '../events/emit.ts'
import type { Charge } from '../payments/kinds.ts'
import { APPLICATION } from '../payments/platform.ts'
import type { ApplicationFee, FeeRefund } from './kinds.ts'

export interface NewFee {
  amount: number
  /** The account that pays it, and the charge there from which it was taken. */
  account: string
  charge: Charge
  /** The platform's charge behind it, for a destination charge. */
  originatingTransaction: string | null
  availableOn: number
}

/**
 * The platform's share of a connected account's payment: `fee_` and its balance transaction on the platform. The caller
 * tells of it (`announceFee`) when Stripe does.
 */
export function addFee(tx: Tx, wanted: NewFee): ApplicationFee {
  const id = newId('fee')
  const { charge, amount } = wanted
  const transaction = book(tx, {
    account: PLATFORM,
    currency: charge.currency,
    amount,
    type: 'application_fee',
    reportingCategory: 'platform_earning',
    source: id,
    description: 'Application fee from application Local Platform',
    availableOn: wanted.availableOn,
  })
  const fee: ApplicationFee = {
    id,
    object: 'application_fee',
    account: wanted.account,
    amount,
    amount_refunded: 0,
    application: APPLICATION,
    balance_transaction: transaction.id,
    charge: charge.id,
    created: tx.now,
    currency: charge.currency,
    fee_source: { type: 'charge', charge: charge.id },
    livemode: false,
    originating_transaction: wanted.originatingTransaction,
    refunded: false,
    refunds: embeddedList(`/v1/application_fees/${id}/refunds`),
  }
  tx.add('application_fee', id, fee, PLATFORM)
  tx.edit('charge', charge.id).application_fee ??= id
  return fee
}

/** Tells the platform of a fee. */
export function announceFee(tx: Tx, fee: ApplicationFee): void {
  emitLast(tx, 'application_fee.created', fee)
}

/** Gives (a part of) a fee back to the account that paid it. The caller has checked that so much is left. */
export function addFeeRefund(
  tx: Tx,
  feeId: string,
  amount: number,
  metadata: Record<string, string> = {},
): FeeRefund {
  const fee = tx.edit('application_fee', feeId)
  const id = newId('fr')
  const { available_on } = tx.get('balance_transaction', String(fee.balance_transaction))
  const movement = {
    currency: fee.currency,
    type: 'application_fee_refund' as const,
    description: 'REFUND FOR APPLICATION FEE',
    availableOn: available_on,
  }
  const transaction = book(tx, {
    ...movement,
    account: PLATFORM,
    amount: -amount,
    reportingCategory: 'platform_earning_refund',
    source: fee.id,
  })
  book(tx, { ...movement, account: String(fee.account), amount, reportingCategory: 'fee', source: id })
  const refund: FeeRefund = {
    id,
    object: 'fee_refund',
    amount,
    balance_transaction: transaction.id,
    created: tx.now,
    currency: fee.currency,
    fee: fee.id,
    metadata,
  }
  tx.add('fee_refund', id, refund, PLATFORM)
  fee.amount_refunded += amount
  fee.refunded = fee.amount_refunded === fee.amount
  fee.refunds = withFirst(fee.refunds, refund)
  emit(tx, 'application_fee.refunded', fee)
  return refund
}
