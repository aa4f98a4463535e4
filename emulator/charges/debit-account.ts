import { fundsOf } from '../balance/balance.ts'
import { invalid, missing } from '../core/errors.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { checkChargeAmount } from '../payments/currency.ts'
import type { Charge } from '../payments/kinds.ts'
import { addTransfer, announceTransfer } from '../transfers/transfer.ts'

export interface Debit {
  amount: number
  currency: string
  /** The connected account that pays. */
  source: string
  description: string | null
  metadata: Record<string, string>
  transferGroup: string | null
}

/**
 * Charges a connected account: its available balance pays the platform. docs.stripe.com/connect/account-debits
 * @throws StripeError 400 `balance_insufficient`; for a currency that is not the account's default one.
 */
export function debitAccount(tx: Tx, wanted: Debit, platform: string): Charge {
  const { amount, currency, source } = wanted
  const payer = tx.find('account', source)
  if (!payer) throw missing('account', source, 'source', 400)
  checkChargeAmount(amount, currency)
  const { default_currency } = payer
  if (default_currency && default_currency !== currency) {
    throw invalid(
      `Account debits must be in the default currency of the account that is debited (${default_currency}), not ${currency}.`,
      { param: 'currency' },
    )
  }
  if (fundsOf(tx, source, currency).available < amount) {
    throw invalid(
      'Insufficient funds in Stripe account. In test mode, you can add funds to your available balance (bypassing your pending balance) by creating a charge with 4000 0000 0000 0077 as the card number. You can use the the /v1/balance endpoint to view your Stripe balance (for more details, see stripe.com/docs/api#balance).',
      { code: 'balance_insufficient' },
    )
  }
  const { payment, transfer } = addTransfer(tx, {
    from: source,
    to: platform,
    amount,
    currency,
    sourceTransaction: null,
    group: wanted.transferGroup,
    description: wanted.description,
    availableOn: tx.now,
    applicationFee: 0,
  })
  payment.description = wanted.description
  payment.metadata = wanted.metadata
  payment.transfer_group = wanted.transferGroup
  // The payer's account stands where a card would.
  payment.source = structuredClone(payer) as Charge['source']
  announceTransfer(tx, transfer, source)
  emit(tx, 'charge.succeeded', payment, platform)
  return payment
}
