import { describe, expect, test } from 'vitest'
import { wordsIn } from '#lib/i18n/catalogue.ts'
import { RECOVERY_ERRORS, type RecoveryPreview } from '#lib/recoveries/model.ts'
import { judgeRecovery, recoveryMoves } from './recovery-choice.ts'

const limits: RecoveryPreview = {
  currency: 'usd',
  reversible: 8_000n,
  reversibleNow: 5_000n,
  available: 9_000n,
  consentVersion: '2026-11-22',
}
const choice = { orderId: 'ord_1', amount: '50', instrument: 'auto' } as const

describe('a recovery before it is made', () => {
  test('takes the transfer while that gives enough now, else the account, else it is owed', () => {
    expect(judgeRecovery(limits, choice)).toEqual({
      ok: true,
      amount: 5_000n,
      instrument: 'transfer_reversal',
    })
    expect(judgeRecovery(limits, { ...choice, amount: '50.01' })).toEqual({
      ok: true,
      amount: 5_001n,
      instrument: 'account_debit',
    })
    expect(judgeRecovery(limits, { ...choice, amount: '90.01' })).toEqual({
      ok: true,
      amount: 9_001n,
      instrument: 'receivable',
    })
  })

  test('refuses what the command would refuse, in its words', () => {
    const refusal = (changed: Partial<RecoveryPreview>, typed: Partial<typeof choice> | { amount: string }) =>
      judgeRecovery({ ...limits, ...changed }, { ...choice, ...typed })
    expect(refusal({}, { amount: '0' })).toEqual({ ok: false, error: RECOVERY_ERRORS.amount_invalid.message })
    expect(judgeRecovery(limits, { ...choice, amount: '90.01', instrument: 'account_debit' })).toEqual({
      ok: false,
      error: RECOVERY_ERRORS.balance_short.message,
    })
    expect(refusal({}, { amount: '1000000' })).toEqual({
      ok: false,
      error: RECOVERY_ERRORS.amount_too_large.message,
    })
    expect(refusal({ consentVersion: null }, { amount: '60' })).toEqual({
      ok: false,
      error: RECOVERY_ERRORS.no_consent.message,
    })
    expect(judgeRecovery(limits, { ...choice, amount: '81', instrument: 'transfer_reversal' })).toEqual({
      ok: false,
      error: RECOVERY_ERRORS.amount_too_large.message,
    })
  })

  test('moves the same sum from one to the other', () => {
    const moves = recoveryMoves(wordsIn('en'), { amount: 4_000n, instrument: 'account_debit' }, limits, 'Bo')
    expect(moves.map(move => move.amount)).toEqual([-4_000n, 4_000n, 0n])
    expect(moves[0]?.why).toContain('$50.00 stays available')
  })
})
