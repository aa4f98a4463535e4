import { expect, test } from 'vitest'
import { nextTaking, type TakingLimits } from './next-taking.ts'

const limits: TakingLimits = {
  reversible: 10_000n,
  available: 9000n,
  pending: 0n,
  isTransferPending: false,
  canDebit: true,
  debitMinimum: 50n,
}

test.each<[why: string, owed: bigint, changed: Partial<TakingLimits>, taken: string]>([
  ['the order’s transfer comes first', 4000n, {}, 'transfer_reversal 4000'],
  ['no more than the balance has', 9500n, {}, 'transfer_reversal 9000'],
  ['no more than is left of the transfer', 9500n, { reversible: 700n }, 'transfer_reversal 700'],
  ['the account, where nothing is left to reverse', 4000n, { reversible: 0n }, 'account_debit 4000'],
  ['pending money of other orders is not there yet', 4000n, { available: 0n, pending: 9000n }, 'nothing'],
  [
    'pending money of this order is',
    4000n,
    { available: -500n, pending: 3000n, isTransferPending: true },
    'transfer_reversal 2500',
  ],
  ['no debit without consent', 4000n, { reversible: 0n, canDebit: false }, 'nothing'],
  ['no debit below the least that Stripe charges', 49n, { reversible: 0n }, 'nothing'],
  ['a balance below zero gives nothing', 4000n, { available: -1n }, 'nothing'],
])('%s', (_, owed, changed, taken) => {
  const next = nextTaking(owed, { ...limits, ...changed })
  expect(next ? `${next.instrument} ${next.amount}` : 'nothing').toBe(taken)
})
