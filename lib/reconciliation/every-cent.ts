import { db } from '../db.ts'
import { env } from '../env.ts'
import { moneyOf } from '../money.ts'
import { fail, ok, type Result } from '../result.ts'
import {
  type BalanceMovement,
  listMovementsOf,
  retrieveChargedAmount,
} from '../stripe/balance-transactions.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import type { Actor } from '../users/model.ts'
import type { CentLine, EveryCentErrorCode } from './model.ts'
import { orderMovements } from './order-movements.ts'
import { pairMovements } from './pair-movements.ts'

/** The movements of all objects at once; the first failure is the answer. */
async function movementsOf(objectIds: string[]): Promise<Result<BalanceMovement[], StripeFailure>> {
  const answers = await Promise.all(objectIds.map(listMovementsOf))
  const failed = answers.find(answer => !answer.ok)
  if (failed && !failed.ok) return failed
  return ok(answers.flatMap(answer => (answer.ok ? answer.value : [])))
}

/** The holds of an order: memo entries of the ledger, beside what Stripe says that each charge was made for. */
async function holdLines(orderId: string, livemode: boolean): Promise<Result<CentLine[], StripeFailure>> {
  const payments = await db().payment.findMany({
    where: { orderId, livemode, stripeChargeId: { not: null } },
    orderBy: { id: 'asc' },
  })
  const lines: CentLine[] = []
  for (const payment of payments) {
    const stripeId = payment.stripeChargeId ?? ''
    const posted = await db().ledgerTransaction.findFirst({
      where: { sourceType: 'payment', sourceId: payment.id, code: 'hold' },
      include: { postings: true },
    })
    // A charge that was declined, or captured before anybody looked, was never counted as held.
    if (!posted) continue
    const charged = await retrieveChargedAmount(stripeId)
    if (!charged.ok) return charged
    const amount = posted.postings.reduce((sum, posting) => sum + posting.amount, 0n)
    lines.push({
      code: 'hold',
      money: moneyOf(amount, payment.currency),
      stripeId,
      ledgerTransactionId: posted.id,
      balanceTransactionId: null,
      agrees: charged.value === amount,
      at: posted.createdAt,
    })
  }
  return ok(lines)
}

/**
 * Every movement of one order's money, in order of time, as our ledger has it, as Stripe's objects have it and as Stripe's balance
 * has it. For admins. Stripe is asked anew each time, so that the page shows what is and not what was.
 */
export async function getEveryCent(
  actor: Actor,
  orderId: string,
): Promise<Result<CentLine[], EveryCentErrorCode>> {
  if (actor.role !== 'ADMIN') return fail('not_found')
  const { livemode } = env().stripe
  const posted = await orderMovements(orderId, livemode)
  const [moved, held] = await Promise.all([
    movementsOf([...new Set(posted.map(({ objectId }) => objectId))]),
    holdLines(orderId, livemode),
  ])
  if (!moved.ok || !held.ok) return fail('stripe_unavailable')
  const lines = [...held.value, ...pairMovements(posted, moved.value)]
  return ok(lines.sort((one, other) => one.at.getTime() - other.at.getTime()))
}
