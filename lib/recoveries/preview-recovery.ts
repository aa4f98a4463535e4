import { may } from '../access/model.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { moneyOf } from '../money.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { RecoveryErrorCode, RecoveryPreview } from './model.ts'
import { reversibleNow } from './next-taking.ts'
import { readLimits } from './read-limits.ts'

/**
 * For an admin, before they confirm: the most that each instrument can take now, and the consent that allows a debit. From
 * these `fittingInstrument` tells which one takes an amount.
 */
export async function previewRecovery(
  actor: Actor,
  input: { contractorId: string; orderId: string | null },
): Promise<Result<RecoveryPreview, RecoveryErrorCode>> {
  if (!may(actor, 'recover')) return fail('not_found')
  const { livemode } = env().stripe
  const account = await db().connectedAccount.findFirst({ where: { userId: input.contractorId, livemode } })
  const stripeAccountId = account?.stripeAccountId
  if (!account || !stripeAccountId) return fail('not_found')
  const { currency } = moneyOf(0n, account.defaultCurrency)
  const payment = input.orderId
    ? await db().payment.findFirst({
        where: { orderId: input.orderId, status: 'succeeded', connectedAccountId: account.id, livemode },
      })
    : null
  const limits = await readLimits({ account: { ...account, stripeAccountId }, payment, currency })
  if (!limits.ok) return fail('processing')
  const { reversible, available, consentVersion } = limits.value
  return ok({ currency, reversible, reversibleNow: reversibleNow(limits.value), available, consentVersion })
}
