import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostCovered } from './read-share.ts'

const payment = (amountCaptured: bigint, commissionCaptured: bigint) => ({
  amountCaptured,
  commissionCaptured,
})

test('a balance covers the refund whose share, less the commission on it, it has', () => {
  expect(mostCovered(10_800n, payment(12_000n, 1200n))).toBe(12_000n)
  expect(mostCovered(10_799n, payment(12_000n, 1200n))).toBe(11_998n)
  expect(mostCovered(3600n, payment(12_000n, 1200n))).toBe(4000n)
  expect(mostCovered(50_000n, payment(12_000n, 1200n))).toBe(12_000n)
  expect(mostCovered(0n, payment(12_000n, 1200n))).toBe(0n)
  expect(mostCovered(-500n, payment(12_000n, 1200n))).toBe(0n)
  expect(mostCovered(0n, payment(12_000n, 12_000n))).toBe(12_000n)
})

test('it is never more than the balance covers, and a cent more never is', () => {
  fc.assert(
    fc.property(
      fc.bigInt(1n, 10_000_000n),
      fc.bigInt(0n, 10_000n),
      fc.bigInt(0n, 20_000_000n),
      (captured, bps, spendable) => {
        const commission = (captured * bps) / 10_000n
        const wanted = (amount: bigint) => amount - (commission * amount) / captured
        const most = mostCovered(spendable, payment(captured, commission))
        expect(wanted(most) <= spendable && most <= captured && most >= 0n).toBe(true)
        expect(most === captured || wanted(most + 1n) > spendable).toBe(true)
      },
    ),
    { numRuns: 3000 },
  )
})
