import { may } from '../access/model.ts'
import { db, isUniqueViolation, transaction } from '../db.ts'
import { env } from '../env.ts'
import { fromDecimal } from '../money.ts'
import { fail, ok, type Result } from '../result.ts'
import { isDefinite, type StripeFailure } from '../stripe/errors.ts'
import type { Actor } from '../users/model.ts'
import { continueRecovery } from './continue-recovery.ts'
import {
  fittingInstrument,
  RECOVERY_MAX,
  type RecoverFromContractorInput,
  type RecoveryErrorCode,
  type RecoveryInstrument,
} from './model.ts'
import { previewRecovery } from './preview-recovery.ts'
import { requestRecovery } from './request-recovery.ts'

type Terms = { amount: bigint; currency: string; instrument: RecoveryInstrument; owedIfRefused: boolean }
type Account = { id: string; userId: string }

/** Amount and instrument of a recovery, checked against what Stripe says can be taken now. */
async function terms(
  actor: Actor,
  input: RecoverFromContractorInput,
): Promise<Result<Terms, RecoveryErrorCode>> {
  const preview = await previewRecovery(actor, input)
  if (!preview.ok) return preview
  const { currency, reversible, available, consentVersion } = preview.value
  if (input.currency !== currency) return fail('currency_mismatch')
  const amount = fromDecimal(input.amount, currency)?.amount
  if (!amount) return fail('amount_invalid')
  const owedIfRefused = input.instrument === 'auto'
  const instrument = input.instrument === 'auto' ? fittingInstrument(preview.value, amount) : input.instrument
  const agreed = { amount, currency, instrument, owedIfRefused }
  if (instrument === 'transfer_reversal') {
    if (reversible === 0n) return fail('nothing_to_reverse')
    return amount > reversible ? fail('amount_too_large') : ok(agreed)
  }
  if (!consentVersion) return fail('no_consent')
  if (instrument === 'receivable') return amount > RECOVERY_MAX ? fail('amount_too_large') : ok(agreed)
  return amount > available ? fail('balance_short') : ok(agreed)
}

async function insert(
  actor: Actor,
  input: RecoverFromContractorInput,
  account: Account,
  agreed: Terms,
): Promise<string> {
  return transaction(async tx => {
    const payment = input.orderId
      ? await tx.payment.findFirst({
          where: { orderId: input.orderId, status: 'succeeded', connectedAccountId: account.id },
        })
      : null
    return requestRecovery(tx, actor, {
      requestKey: input.requestKey,
      livemode: env().stripe.livemode,
      contractorId: account.userId,
      connectedAccountId: account.id,
      orderId: payment?.orderId ?? null,
      paymentId: payment?.id ?? null,
      reason: input.reason,
      note: input.note,
      ...agreed,
    })
  })
}

const SHORT = ['balance_insufficient', 'insufficient_funds', 'insufficient_balance']
/** What a definite refusal means to the admin, by what the row keeps of it: said again to whoever sends the form again. */
const refusal = (code: string | null): RecoveryErrorCode =>
  SHORT.includes(code ?? '') ? 'balance_short' : 'refused_by_stripe'

function errorOf(failure: StripeFailure): RecoveryErrorCode {
  return isDefinite(failure) ? refusal(failure.code ?? failure.kind) : 'processing'
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
    if (repeated.status === 'failed') return fail(refusal(repeated.failureCode))
    return ok({ recoveryId: repeated.id, isDone: repeated.status !== 'requested' })
  }
  const agreed = await terms(actor, input)
  if (!agreed.ok) return agreed
  return ok({ recoveryId: await insert(actor, input, account, agreed.value), isDone: false })
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
  return continued.ok ? ok({ recoveryId }) : fail(errorOf(continued.error))
}
