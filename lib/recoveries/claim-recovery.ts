import { type Approved, isAboveOwn } from '../approvals/model.ts'
import { DAY_MS, now } from '../clock.ts'
import type { Tx } from '../db.ts'
import { env } from '../env.ts'
import { lockTransferLeft } from '../refunds/lock-transfer-left.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { AgreedTerms } from './agree-terms.ts'
import type { RecoverFromContractorInput, RecoveryErrorCode, RecoveryInstrument } from './model.ts'
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

/** How it is still to be taken: a refund may have been asked for meanwhile. What may be owed then is; else it is refused. */
async function instrumentLeft(
  tx: Tx,
  payment: { id: string; livemode: boolean } | null,
  { instrument, amount, owedIfRefused }: AgreedTerms,
): Promise<RecoveryInstrument | null> {
  if (instrument !== 'transfer_reversal' || !payment) return instrument
  if (amount <= (await lockTransferLeft(tx, payment))) return instrument
  return owedIfRefused ? 'receivable' : null
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
  await tx.$queryRaw`SELECT id FROM connected_accounts WHERE id = ${account.id} FOR NO KEY UPDATE`
  if (!approved && (await isTooMuchAlone(tx, actor, account, agreed))) return fail('needs_second')
  const payment = input.orderId
    ? await tx.payment.findFirst({
        where: { orderId: input.orderId, status: 'succeeded', connectedAccountId: account.id },
      })
    : null
  const { amount, currency, owedIfRefused } = agreed
  const instrument = await instrumentLeft(tx, payment, agreed)
  if (!instrument) return fail('amount_too_large')
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
