import type { Words } from '#lib/i18n/words.ts'
import { formatMoney, fromDecimal } from '#lib/money.ts'
import {
  fittingInstrument,
  RECOVERY_ERRORS,
  RECOVERY_MAX,
  type RecoverFromContractorInput,
  type RecoveryInstrument,
  type RecoveryPreview,
} from '#lib/recoveries/model.ts'
import type { MoneyMove } from './money-moves.tsx'

export type RecoveryChoice = {
  orderId: string | null
  amount: string
  instrument: RecoverFromContractorInput['instrument']
}

/** A choice held against the limits: what would be taken and how, in minor units, or the message of why not. */
export type JudgedRecovery =
  | { ok: true; amount: bigint; instrument: RecoveryInstrument }
  | { ok: false; error: string }

/** What the command will say to this choice, before it is asked: the same rule, on the limits that the page shows. */
export function judgeRecovery(limits: RecoveryPreview, choice: RecoveryChoice): JudgedRecovery {
  const amount = fromDecimal(choice.amount, limits.currency)?.amount
  if (!amount) return { ok: false, error: RECOVERY_ERRORS.amount_invalid.message }
  const instrument = choice.instrument === 'auto' ? fittingInstrument(limits, amount) : choice.instrument
  if (instrument === 'transfer_reversal') {
    if (limits.reversible === 0n) return { ok: false, error: RECOVERY_ERRORS.nothing_to_reverse.message }
    if (amount > limits.reversible) return { ok: false, error: RECOVERY_ERRORS.amount_too_large.message }
    return { ok: true, amount, instrument }
  }
  if (!limits.consentVersion) return { ok: false, error: RECOVERY_ERRORS.no_consent.message }
  if (instrument === 'receivable') {
    const isTooMuch = amount > RECOVERY_MAX
    return isTooMuch
      ? { ok: false, error: RECOVERY_ERRORS.amount_too_large.message }
      : { ok: true, amount, instrument }
  }
  if (amount > limits.available) return { ok: false, error: RECOVERY_ERRORS.balance_short.message }
  return { ok: true, amount, instrument }
}

type Taken = { amount: bigint; instrument: RecoveryInstrument }

/** Who gains and who loses by a recovery. */
export function recoveryMoves(
  t: Words,
  { amount, instrument }: Taken,
  limits: RecoveryPreview,
  contractor: string,
): MoneyMove[] {
  const after = formatMoney({ amount: limits.available - amount, currency: limits.currency }, t.locale)
  const how: Record<RecoveryInstrument, string> = {
    transfer_reversal: t('moves.transferReversed'),
    account_debit: t('moves.accountDebited', { after }),
    receivable: t('moves.becomesDebt'),
  }
  const isOwed = instrument === 'receivable'
  return [
    { who: t('console.partyContractor', { name: contractor }), amount: -amount, why: how[instrument] },
    { who: 'Holdfast', amount, why: t(isOwed ? 'moves.intoBalanceByPieces' : 'console.intoBalance') },
    { who: t('moves.employer'), amount: 0n, why: t('moves.cardUntouched') },
  ]
}
