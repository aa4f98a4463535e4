import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, isUniqueViolation, transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { fromDecimal, type Money } from '../money.ts'
import { listDebts } from '../recoveries/queries.ts'
import { fail, ok, type Result } from '../result.ts'
import { retrieveBalance } from '../stripe/balance.ts'
import { isDefinite } from '../stripe/errors.ts'
import type { Actor } from '../users/model.ts'
import { continuePayout } from './continue-payout.ts'
import { mostPayable, type PayoutErrorCode, type RequestPayoutInput } from './model.ts'

/** What a definite refusal means to the contractor, by Stripe's code or the kind of failure. */
const REFUSALS: Record<string, PayoutErrorCode> = {
  balance_insufficient: 'balance_short',
  insufficient_funds: 'balance_short',
  payouts_not_allowed: 'payouts_paused',
}
const refusal = (code: string | null): PayoutErrorCode => REFUSALS[code ?? ''] ?? 'refused_by_stripe'

type Claim = { payoutId: string; isDone: boolean }

async function ownAccount(actor: Actor) {
  if (actor.role !== 'CONTRACTOR') return null
  return db().connectedAccount.findFirst({
    where: {
      userId: actor.userId,
      livemode: env().stripe.livemode,
      stripeAccountId: { not: null },
      user: { role: 'CONTRACTOR', suspendedAt: null },
    },
  })
}
type Account = NonNullable<Awaited<ReturnType<typeof ownAccount>>>

async function insert(actor: Actor, requestKey: string, account: Account, money: Money): Promise<string> {
  const payoutId = newId('pyt')
  await transaction(async tx => {
    await tx.payout.create({
      data: {
        id: payoutId,
        requestKey,
        livemode: account.livemode,
        connectedAccountId: account.id,
        bankName: account.externalBankName,
        bankLast4: account.externalBankLast4,
        createdById: actor.userId,
        ...money,
      },
    })
    await recordAuditEvent(tx, actor, {
      action: 'payout.request',
      subject: { type: 'payout', id: payoutId },
      after: { amount: money.amount.toString(), currency: money.currency },
    })
    // The net under the call that follows: whatever happens to this process, the row is taken to its end.
    await enqueue(tx, 'resume-payout', { payoutId }, { key: `payout:${payoutId}`, delaySeconds: 30 })
  })
  return payoutId
}

/** What a contractor owes is taken from their balance by itself, when a job comes to it: a payout is not to be faster. */
async function debtInTheWay(actor: Actor, account: Account, money: Money): Promise<PayoutErrorCode | null> {
  const debts = await listDebts(actor, actor.userId)
  const owed = debts.find(({ currency }) => currency === money.currency)?.amount ?? 0n
  if (owed === 0n) return null
  const balance = await retrieveBalance(account.stripeAccountId ?? '')
  if (!balance.ok) return 'stripe_unavailable'
  const available = balance.value.find(({ currency }) => currency === money.currency)?.available ?? 0n
  return money.amount > available - owed ? 'debt_first' : null
}

/** The payout of this form: the one it already made if the content is the same, else a new row. */
async function claim(
  actor: Actor,
  input: RequestPayoutInput,
  account: Account,
): Promise<Result<Claim, PayoutErrorCode>> {
  const money = fromDecimal(input.amount, input.currency)
  if (!money || money.amount === 0n) return fail('amount_invalid')
  if (mostPayable(money).amount !== money.amount) return fail('amount_uneven')
  const { requestKey } = input
  const repeated = await db().payout.findUnique({
    where: { connectedAccountId_requestKey: { connectedAccountId: account.id, requestKey } },
  })
  if (repeated) {
    const same = repeated.amount === money.amount && repeated.currency === money.currency
    if (!same) return fail('request_key_reused')
    if (repeated.status === 'failed' && !repeated.stripePayoutId) return fail(refusal(repeated.failureCode))
    return ok({ payoutId: repeated.id, isDone: repeated.status !== 'requested' })
  }
  if (account.payoutsPausedAt) return fail('paused_by_us')
  if (!account.payoutsEnabled) return fail('payouts_paused')
  if (!account.externalBankLast4) return fail('no_bank_account')
  const obstacle = await debtInTheWay(actor, account, money)
  if (obstacle) return fail(obstacle)
  return ok({ payoutId: await insert(actor, requestKey, account, money), isDone: false })
}

/**
 * A contractor has available money of one currency sent to their bank account. Stripe keeps the balance and refuses more than is there;
 * what they owe us stays there to be collected; pressing twice is one payout. Without an answer from Stripe the result is `processing` and a job finds out.
 */
export async function requestPayout(
  actor: Actor,
  input: RequestPayoutInput,
): Promise<Result<{ payoutId: string }, PayoutErrorCode>> {
  const account = await ownAccount(actor)
  if (!account) return fail('account_not_open')
  const claimed = await claim(actor, input, account).catch(error => {
    if (isUniqueViolation(error)) return claim(actor, input, account)
    throw error
  })
  if (!claimed.ok) return claimed
  const { payoutId, isDone } = claimed.value
  if (isDone) return ok({ payoutId })
  const continued = await continuePayout(payoutId)
  if (continued.ok) return ok({ payoutId })
  return fail(isDefinite(continued.error) ? refusal(continued.error.code) : 'processing')
}
