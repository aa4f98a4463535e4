import { fromDecimal } from '../money.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import {
  fittingInstrument,
  RECOVERY_MAX,
  type RecoverFromContractorInput,
  type RecoveryErrorCode,
  type RecoveryInstrument,
} from './model.ts'
import { previewRecovery } from './preview-recovery.ts'

export type AgreedTerms = {
  amount: bigint
  currency: string
  instrument: RecoveryInstrument
  owedIfRefused: boolean
  /** What was left of the order's transfer when this was agreed. */
  reversible: bigint
}

/** Amount and instrument of a recovery, checked against what Stripe says can be taken now. */
export async function agreeTerms(
  actor: Actor,
  input: RecoverFromContractorInput,
): Promise<Result<AgreedTerms, RecoveryErrorCode>> {
  const preview = await previewRecovery(actor, input)
  if (!preview.ok) return preview
  const { currency, reversible, available, consentVersion } = preview.value
  if (input.currency !== currency) return fail('currency_mismatch')
  const amount = fromDecimal(input.amount, currency)?.amount
  if (!amount) return fail('amount_invalid')
  const owedIfRefused = input.instrument === 'auto'
  const instrument = input.instrument === 'auto' ? fittingInstrument(preview.value, amount) : input.instrument
  const agreed = { amount, currency, instrument, owedIfRefused, reversible }
  if (instrument === 'transfer_reversal') {
    if (reversible === 0n) return fail('nothing_to_reverse')
    return amount > reversible ? fail('amount_too_large') : ok(agreed)
  }
  if (!consentVersion) return fail('no_consent')
  if (instrument === 'receivable') return amount > RECOVERY_MAX ? fail('amount_too_large') : ok(agreed)
  return amount > available ? fail('balance_short') : ok(agreed)
}
