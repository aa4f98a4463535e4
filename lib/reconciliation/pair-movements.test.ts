import { expect, test } from 'vitest'
import { pairMovements } from './pair-movements.ts'

const at = new Date('2026-11-29T12:00:00Z')
const returnedHere = (transactionId: string, amount: bigint) => ({
  transactionId,
  code: 'commission_returned',
  objectId: 'fee_1',
  currency: 'usd',
  amount,
  postedAt: at,
})
const returnedThere = (balanceTransactionId: string, amount: bigint) => ({
  balanceTransactionId,
  type: 'application_fee_refund',
  objectId: 'fee_1',
  currency: 'usd',
  amount,
  fee: 0n,
  createdAt: at,
})
const agreeing = (here: bigint[], there: bigint[]) =>
  pairMovements(
    here.map((amount, index) => returnedHere(`ltx_${index}`, amount)),
    there.map((amount, index) => returnedThere(`txn_${index}`, amount)),
  ).map(({ agrees }) => agrees)

test('parts of a commission agree one by one, else in sum, and not when the sum is another', () => {
  expect(agreeing([-320n, -213n], [-213n, -320n])).toEqual([true, true])
  expect(agreeing([-319n, -214n], [-320n, -213n])).toEqual([true, true, true, true])
  expect(agreeing([-319n, -213n], [-320n, -213n])).toEqual([false, true, false])
  expect(agreeing([], [-320n])).toEqual([false])
})
