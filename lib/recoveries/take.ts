import type { Prisma } from '../db.ts'
import { invariant, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { isKeyForgotten } from '../stripe/idempotency.ts'
import {
  debitAccount,
  findDebit,
  findReversal,
  type RecoverySnapshot,
  reverseTransfer,
  type Taking,
} from '../stripe/recoveries.ts'
import type { RecoveryInstrument } from './model.ts'

/** What a recovery has to be read with, so that money can be taken for it. */
export const TAKING_PARTS = {
  payment: { select: { id: true, livemode: true, stripeTransferId: true, availableOn: true } },
  account: { select: { stripeAccountId: true, defaultCurrency: true } },
  order: { select: { number: true } },
  dispute: { select: { stripeDisputeId: true } },
} satisfies Prisma.RecoveryInclude

export type RecoveryRow = Prisma.RecoveryGetPayload<{ include: typeof TAKING_PARTS }>

/**
 * Takes money back at Stripe for a row that was made at `createdAt`, by a transfer reversal or an account debit; any number of
 * times. Once Stripe may have forgotten the row's key it is only looked for: null when it never arrived.
 */
export function take(
  taking: Taking,
  instrument: RecoveryInstrument,
  recovery: RecoveryRow,
  createdAt: Date,
): Promise<Result<RecoverySnapshot | null, StripeFailure>> {
  const isTooOld = isKeyForgotten(createdAt)
  const terms = {
    ...recovery,
    recoveryId: recovery.id,
    recoveryAmount: recovery.amount,
    stripeDisputeId: recovery.dispute?.stripeDisputeId ?? null,
  }
  if (instrument === 'transfer_reversal') {
    const transferId = recovery.payment?.stripeTransferId
    invariant(transferId, 'a reversal names a payment with a transfer')
    return isTooOld ? findReversal(taking, transferId) : reverseTransfer(taking, terms, transferId)
  }
  const accountId = recovery.account.stripeAccountId
  invariant(accountId, 'a debit names an account at Stripe')
  const description = recovery.order ? `Recovery for order #${recovery.order.number}` : 'Recovery'
  return isTooOld
    ? findDebit(taking)
    : debitAccount(taking, terms, { accountId, currency: recovery.currency, description })
}
