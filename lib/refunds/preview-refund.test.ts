import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refundEffect } from './preview-refund.ts'

const captured = { amountCaptured: 10_000n, commissionCaptured: 1000n }

describe('who gains and loses by a refund of $100.00 with a commission of $10.00', () => {
  test.each([
    [
      { reverseTransfer: false, refundCommission: false },
      { contractor: 0n, platform: -10_000n, commissionReturned: 0n },
    ],
    [
      { reverseTransfer: true, refundCommission: true },
      { contractor: -9000n, platform: -1000n, commissionReturned: 1000n },
    ],
    [
      { reverseTransfer: true, refundCommission: false },
      { contractor: -10_000n, platform: 0n, commissionReturned: 0n },
    ],
  ])('%o', (choice, effect) => {
    expect(refundEffect(captured, { amount: 10_000n, ...choice })).toEqual({ employer: 10_000n, ...effect })
  })

  test('a part returns the commission in proportion, rounded half-up', () => {
    const choice = { amount: 3333n, reverseTransfer: true, refundCommission: true }
    expect(refundEffect(captured, choice)).toEqual({
      employer: 3333n,
      contractor: -3000n,
      platform: -333n,
      commissionReturned: 333n,
    })
  })

  test('nothing is created or lost, whatever the sums', () => {
    const sums = fc
      .tuple(fc.bigInt(1n, 10n ** 9n), fc.nat(100), fc.nat(100), fc.boolean(), fc.boolean())
      .map(([amount, fee, part, reverse, back]) => ({
        payment: { amountCaptured: amount, commissionCaptured: (amount * BigInt(fee)) / 100n },
        choice: {
          amount: (amount * BigInt(part)) / 100n,
          reverseTransfer: reverse || back,
          refundCommission: back,
        },
      }))
    fc.assert(
      fc.property(sums, ({ payment, choice }) => {
        const effect = refundEffect(payment, choice)
        expect(effect.employer + effect.contractor + effect.platform).toBe(0n)
      }),
    )
  })
})
