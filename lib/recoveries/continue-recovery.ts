import { db } from '../db.ts'
import { fail, invariant, ok, type Result } from '../result.ts'
import { isDefinite, type StripeFailure } from '../stripe/errors.ts'
import { isKeyForgotten } from '../stripe/idempotency.ts'
import {
  debitAccount,
  findDebit,
  findReversal,
  type RecoverySnapshot,
  reverseTransfer,
} from '../stripe/recoveries.ts'
import type { RecoveryStatus } from './model.ts'
import { recordRecovery } from './record-recovery.ts'

async function askStripe(recoveryId: string): Promise<Result<RecoverySnapshot | null, StripeFailure>> {
  const row = await db().recovery.findUniqueOrThrow({
    where: { id: recoveryId },
    include: { payment: true, account: true, order: { select: { number: true } } },
  })
  const isTooOld = isKeyForgotten(row.createdAt)
  const common = { recoveryId, attempt: row.attempt, amount: row.amount }
  if (row.instrument === 'transfer_reversal') {
    const transferId = row.payment?.stripeTransferId
    invariant(transferId, 'a reversal names a payment with a transfer')
    return isTooOld ? findReversal(transferId, recoveryId) : reverseTransfer({ ...common, transferId })
  }
  const accountId = row.account.stripeAccountId
  invariant(accountId, 'a debit names an account at Stripe')
  const description = row.order ? `Recovery for order #${row.order.number}` : 'Recovery'
  return isTooOld
    ? findDebit(recoveryId)
    : debitAccount({ ...common, accountId, currency: row.currency, description })
}

/** Takes a recovery that Stripe has not answered to Stripe, and records the answer; any number of times. */
export async function continueRecovery(recoveryId: string): Promise<Result<RecoveryStatus, StripeFailure>> {
  const answer = await askStripe(recoveryId)
  if (answer.ok) {
    const { value } = answer
    return ok(
      await recordRecovery(
        recoveryId,
        value ? { status: 'succeeded', ...value } : { status: 'failed', failureCode: 'never_arrived' },
      ),
    )
  }
  if (isDefinite(answer.error)) {
    await recordRecovery(recoveryId, {
      status: 'failed',
      failureCode: answer.error.code ?? answer.error.kind,
    })
  }
  return fail(answer.error)
}
