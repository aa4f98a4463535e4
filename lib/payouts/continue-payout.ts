import { db } from '../db.ts'
import { fail, invariant, ok, type Result } from '../result.ts'
import { isDefinite, type StripeFailure } from '../stripe/errors.ts'
import { isKeyForgotten } from '../stripe/idempotency.ts'
import { createPayout, findPayout, type PayoutSnapshot } from '../stripe/payouts.ts'
import type { PayoutStatus } from './model.ts'
import { recordPayout } from './record-payout.ts'

/** Our clock and Stripe's are not the same one. */
const CLOCKS_APART_MS = 3600 * 1000

type Asked = { accountId: string; snapshot: PayoutSnapshot | null }

async function askStripe(payoutId: string): Promise<Result<Asked, StripeFailure>> {
  const row = await db().payout.findUniqueOrThrow({ where: { id: payoutId }, include: { account: true } })
  const accountId = row.account?.stripeAccountId
  invariant(accountId, 'a payout is asked for by a contractor with an account')
  const { amount, currency, requestKey, createdAt } = row
  const answer = isKeyForgotten(createdAt)
    ? await findPayout(accountId, payoutId, new Date(createdAt.getTime() - CLOCKS_APART_MS))
    : await createPayout({ payoutId, requestKey, accountId, amount, currency })
  return answer.ok ? ok({ accountId, snapshot: answer.value }) : answer
}

async function refuse(payoutId: string, failureCode: string): Promise<void> {
  await db().payout.updateMany({
    where: { id: payoutId, status: 'requested' },
    data: { status: 'failed', failureCode },
  })
}

/** Takes a payout that Stripe has not answered to Stripe, and records the answer; any number of times. */
export async function continuePayout(payoutId: string): Promise<Result<PayoutStatus | null, StripeFailure>> {
  const answer = await askStripe(payoutId)
  if (!answer.ok) {
    if (isDefinite(answer.error)) await refuse(payoutId, answer.error.code ?? answer.error.kind)
    return fail(answer.error)
  }
  const { accountId, snapshot } = answer.value
  if (snapshot) return ok(await recordPayout(accountId, snapshot))
  await refuse(payoutId, 'never_arrived')
  return ok('failed')
}
