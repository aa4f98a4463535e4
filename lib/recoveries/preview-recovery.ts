import { db } from '../db.ts'
import { env } from '../env.ts'
import { moneyOf } from '../money.ts'
import { fail, ok, type Result } from '../result.ts'
import { retrieveBalance } from '../stripe/balance.ts'
import { reversibleOf } from '../stripe/recoveries.ts'
import type { Actor } from '../users/model.ts'
import type { RecoveryErrorCode, RecoveryPreview } from './model.ts'

/** What is left to reverse of an order's transfer, as Stripe says; zero without a captured payment. */
async function reversible(orderId: string | null, contractorId: string): Promise<bigint | null> {
  if (!orderId) return 0n
  const payment = await db().payment.findFirst({
    where: { orderId, status: 'succeeded', order: { contractorId }, livemode: env().stripe.livemode },
  })
  if (!payment?.stripeTransferId) return 0n
  const left = await reversibleOf(payment.stripeTransferId)
  return left.ok ? left.value : null
}

/**
 * For an admin, before they confirm: the most that each instrument can take now, the instrument that the rule picks (the
 * order's transfer while it has money left to reverse, else an account debit), and the consent that allows a debit.
 */
export async function previewRecovery(
  actor: Actor,
  input: { contractorId: string; orderId: string | null },
): Promise<Result<RecoveryPreview, RecoveryErrorCode>> {
  if (actor.role !== 'ADMIN') return fail('not_found')
  const account = await db().connectedAccount.findFirst({
    where: { userId: input.contractorId, livemode: env().stripe.livemode },
    // Our own terms name the right to debit; Stripe's agreement alone does not.
    include: {
      terms: { where: { document: 'holdfast_contractor' }, orderBy: { acceptedAt: 'desc' }, take: 1 },
    },
  })
  if (!account?.stripeAccountId) return fail('not_found')
  const { currency } = moneyOf(0n, account.defaultCurrency)
  const balance = await retrieveBalance(account.stripeAccountId)
  const left = await reversible(input.orderId, input.contractorId)
  if (!balance.ok || left === null) return fail('processing')
  return ok({
    currency,
    instrument: left > 0n ? 'transfer_reversal' : 'account_debit',
    reversible: left,
    available: balance.value.find(line => line.currency === currency)?.available ?? 0n,
    consentVersion: account.terms[0]?.version ?? null,
  })
}
