import { expect, test } from 'vitest'
import { scaleOf } from './earnings-scale.ts'

test('bars stand on zero, or hang from it, on an axis with round ends', () => {
  expect(scaleOf([0n, 9000n, 4500n])).toEqual({
    top: 10_000n,
    bottom: 0n,
    zero: 1,
    bars: [
      { top: 1, height: 0 },
      { top: expect.closeTo(0.1), height: 0.9 },
      { top: 0.55, height: 0.45 },
    ],
  })
  const mixed = scaleOf([15n, -3n])
  expect([mixed.top, mixed.bottom]).toEqual([20n, -5n])
  expect(mixed.bars).toEqual([
    { top: expect.closeTo(0.2), height: 0.6 },
    { top: 0.8, height: 0.12 },
  ])
  expect(scaleOf([-7n]).zero).toBe(0)
  expect(scaleOf([0n, 0n]).bars).toEqual([
    { top: 0, height: 0 },
    { top: 0, height: 0 },
  ])
  for (const { top, height } of scaleOf([10n ** 12n, -1n, 1n, 0n]).bars) {
    expect(top).toBeGreaterThanOrEqual(0)
    expect(top + height).toBeLessThanOrEqual(1)
  }
})
