import { expect, test } from 'vitest'
import { contractorShare } from './contractor-share.ts'

type Shared = Parameters<typeof contractorShare>[0]

const refund = { amountReversed: 4000n, commissionRefunded: 400n }
const payment = (of: Partial<Shared> = {}): Shared => ({
  payment: { amountCaptured: 10_000n, commissionCaptured: 1000n },
  ...{ refunds: [], recoveries: [], ...of },
})

test.each<[why: string, of: Shared, withdrawn: bigint, share: bigint]>([
  ['the whole is what they got, without the commission', payment(), 10_000n, 9000n],
  ['a part is that part of it, rounded half up', payment(), 3333n, 3000n],
  ['what a refund took is not taken again', payment({ refunds: [refund] }), 6000n, 5400n],
  ['nor more than is left, when the bank takes all', payment({ refunds: [refund] }), 10_000n, 5400n],
  ['nor what was recovered, or is owed', payment({ recoveries: [{ amount: 8500n }] }), 10_000n, 500n],
  ['never less than nothing', payment({ recoveries: [{ amount: 9500n }] }), 10_000n, 0n],
])('%s', (_, of, withdrawn, share) => {
  expect(contractorShare(of, withdrawn)).toBe(share)
})
