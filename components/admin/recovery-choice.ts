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

/** A choice held against the limits: what would be taken and how, in minor units, or why not. */
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
  { amount, instrument }: Taken,
  limits: RecoveryPreview,
  contractor: string,
): MoneyMove[] {
  const rest = limits.available - amount
  const after = formatMoney({ amount: rest, currency: limits.currency })
  const how: Record<RecoveryInstrument, string> = {
    transfer_reversal: 'Part of the order’s transfer to them is reversed.',
    account_debit: `Their Stripe account is debited; ${after} stays available.`,
    receivable:
      'Becomes a debt. What their balance allows is taken at once, the rest as soon as there is more.',
  }
  const isOwed = instrument === 'receivable'
  return [
    { who: `${contractor} (contractor)`, amount: -amount, why: how[instrument] },
    {
      who: 'Holdfast',
      amount,
      why: `Into Holdfast’s Stripe balance${isOwed ? ', piece by piece as it is collected' : ''}.`,
    },
    { who: 'Employer', amount: 0n, why: 'Nothing reaches the card by this: a refund is a step of its own.' },
  ]
}
