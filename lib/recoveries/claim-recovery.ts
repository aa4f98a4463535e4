import { type Approved, isAboveOwn } from '../approvals/model.ts'
import { DAY_MS, now } from '../clock.ts'
import type { Tx } from '../db.ts'
import { env } from '../env.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { AgreedTerms } from './agree-terms.ts'
import type { RecoverFromContractorInput, RecoveryErrorCode } from './model.ts'
import { requestRecovery } from './request-recovery.ts'

type Account = { id: string; userId: string }

/** What was recovered from a contractor within a day without a second admin counts with what is to come. */
async function isTooMuchAlone(
  tx: Tx,
  { adminRole }: Actor,
  account: Account,
  agreed: AgreedTerms,
): Promise<boolean> {
  const { _sum } = await tx.recovery.aggregate({
    where: {
      connectedAccountId: account.id,
      currency: agreed.currency,
      status: { not: 'failed' },
      disputeId: null,
      createdAt: { gt: new Date(now().getTime() - DAY_MS) },
      NOT: { requestKey: { startsWith: 'apr_' } },
    },
    _sum: { amount: true },
  })
  const { SUPPORT_REFUND_MAX: support, ONE_ADMIN_MAX: others } = env()
  const amount = agreed.amount + (_sum.amount ?? 0n)
  return isAboveOwn(adminRole, { amount, currency: agreed.currency }, { support, others })
}

/**
 * Under the account's lock: writes the recovery down with its job, within what the admin may take alone unless a second one has
 * approved it. Returns its id.
 */
export async function claimRecovery(
  tx: Tx,
  actor: Actor,
  input: RecoverFromContractorInput,
  { account, agreed, approved }: { account: Account; agreed: AgreedTerms; approved?: Approved },
): Promise<Result<string, RecoveryErrorCode>> {
  await tx.$queryRaw`SELECT id FROM connected_accounts WHERE id = ${account.id} FOR UPDATE`
  if (!approved && (await isTooMuchAlone(tx, actor, account, agreed))) return fail('needs_second')
  const payment = input.orderId
    ? await tx.payment.findFirst({
        where: { orderId: input.orderId, status: 'succeeded', connectedAccountId: account.id },
      })
    : null
  const { amount, currency, instrument, owedIfRefused } = agreed
  const terms = {
    requestKey: input.requestKey,
    livemode: env().stripe.livemode,
    contractorId: account.userId,
    connectedAccountId: account.id,
    orderId: payment?.orderId ?? null,
    paymentId: payment?.id ?? null,
    reason: input.reason,
    note: input.note,
    ...{ amount, currency, instrument, owedIfRefused },
  }
  return ok(await requestRecovery(tx, actor, terms, approved))
}
