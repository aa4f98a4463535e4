import { may } from '../access/model.ts'
import { db, isUniqueViolation, transaction } from '../db.ts'
import { env } from '../env.ts'
import { fromDecimal } from '../money.ts'
import { fail, ok, type Result } from '../result.ts'
import { isDefinite, type StripeFailure } from '../stripe/errors.ts'
import type { Actor } from '../users/model.ts'
import { agreeTerms } from './agree-terms.ts'
import { claimRecovery } from './claim-recovery.ts'
import { continueRecovery } from './continue-recovery.ts'
import type { RecoverFromContractorInput, RecoveryErrorCode } from './model.ts'

type Account = { id: string; userId: string }

const SHORT = ['balance_insufficient', 'insufficient_funds', 'insufficient_balance']
/** What a definite refusal means to the admin, by what the row keeps of it: said again to whoever sends the form again. */
export const recoveryRefusal = (code: string | null): RecoveryErrorCode =>
  SHORT.includes(code ?? '') ? 'balance_short' : 'refused_by_stripe'

/** What Stripe's answer to a recovery means to the admin. */
export function recoveryErrorOf(failure: StripeFailure): RecoveryErrorCode {
  return isDefinite(failure) ? recoveryRefusal(failure.code ?? failure.kind) : 'processing'
}

async function findRepeated(account: Account, input: RecoverFromContractorInput) {
  return db().recovery.findUnique({
    where: {
      connectedAccountId_requestKey: { connectedAccountId: account.id, requestKey: input.requestKey },
    },
  })
}

/** The recovery of this form: the one it already made if the content is the same, else a new row. */
async function claim(
  actor: Actor,
  input: RecoverFromContractorInput,
  account: Account,
): Promise<Result<{ recoveryId: string; isDone: boolean }, RecoveryErrorCode>> {
  const repeated = await findRepeated(account, input)
  if (repeated) {
    const amount = fromDecimal(input.amount, input.currency)?.amount
    const same =
      amount === repeated.amount && repeated.currency === input.currency && repeated.reason === input.reason
    if (!same) return fail('request_key_reused')
    if (repeated.status === 'failed') return fail(recoveryRefusal(repeated.failureCode))
    return ok({ recoveryId: repeated.id, isDone: repeated.status !== 'requested' })
  }
  const agreed = await agreeTerms(actor, input)
  if (!agreed.ok) return agreed
  const made = await transaction(tx => claimRecovery(tx, actor, input, { account, agreed: agreed.value }))
  return made.ok ? ok({ recoveryId: made.value, isDone: false }) : made
}

/**
 * An admin takes money back from a contractor: by reversing the order's transfer where that gives enough now, else by debiting
 * the account, else as a debt that is collected by itself. All but the first need the contractor's consent on record. Pressing
 * twice is one recovery.
 * https://docs.stripe.com/connect/account-debits
 */
export async function recoverFromContractor(
  actor: Actor,
  input: RecoverFromContractorInput,
): Promise<Result<{ recoveryId: string }, RecoveryErrorCode>> {
  if (!may(actor, 'recover')) return fail('not_found')
  const account = await db().connectedAccount.findFirst({
    where: { userId: input.contractorId, livemode: env().stripe.livemode, stripeAccountId: { not: null } },
  })
  if (!account) return fail('not_found')
  const claimed = await claim(actor, input, account).catch(error => {
    if (isUniqueViolation(error)) return claim(actor, input, account)
    throw error
  })
  if (!claimed.ok) return claimed
  const { recoveryId, isDone } = claimed.value
  if (isDone) return ok({ recoveryId })
  const continued = await continueRecovery(recoveryId)
  return continued.ok ? ok({ recoveryId }) : fail(recoveryErrorOf(continued.error))
}
