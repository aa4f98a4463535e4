import { may } from '../access/model.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { least } from '../money.ts'
import { readLimits } from '../recoveries/read-limits.ts'
import type { Actor } from '../users/model.ts'
import type { ContractorShare } from './model.ts'

type Captured = { amountCaptured: bigint; commissionCaptured: bigint }

/** The largest amount whose share a balance covers: what is wanted of it is the amount less the commission on it. */
export function mostCovered(spendable: bigint, { amountCaptured, commissionCaptured }: Captured): bigint {
  const net = amountCaptured - commissionCaptured
  if (spendable <= 0n && net > 0n) return 0n
  const wanted = (amount: bigint) => amount - (commissionCaptured * amount) / amountCaptured
  const most = net > 0n ? least(amountCaptured, (spendable * amountCaptured) / net) : amountCaptured
  return wanted(most) > spendable ? most - 1n : most
}

/**
 * Asks Stripe how much of a payment's transfer a refund could reverse now: it refuses a refund whose share the contractor's balance does not cover
 * (https://docs.stripe.com/connect/destination-charges#issue-refunds). Null where that is not known, and for anybody who may not refund.
 */
export async function readShare(actor: Actor, paymentId: string): Promise<ContractorShare | null> {
  if (!may(actor, 'refund')) return null
  const payment = await db().payment.findFirst({
    where: { id: paymentId, livemode: env().stripe.livemode },
    include: { account: true },
  })
  const stripeAccountId = payment?.account.stripeAccountId
  if (!payment || !stripeAccountId) return null
  const account = { ...payment.account, stripeAccountId }
  const limits = await readLimits({ account, payment, currency: payment.currency })
  if (!limits.ok) return null
  const { reversible, available, pending, isTransferPending } = limits.value
  const spendable = isTransferPending ? available + pending : available
  return { now: least(reversible, mostCovered(spendable, payment)), pending }
}
