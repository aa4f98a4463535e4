import { least } from '#lib/money.ts'

/** A bar of a chart in parts of its height, from the top: where it begins and how tall it is. */
export type Bar = { top: number; height: number }

/** The axis: its two ends in minor units, one of them zero or on the other side of it, and where zero is, in parts from the top. */
export type Scale = { top: bigint; bottom: bigint; zero: number; bars: Bar[] }

/** The next round amount (1, 2 or 5 with zeros) that is not less; zero stays zero. */
function roundedUp(amount: bigint): bigint {
  if (amount <= 0n) return 0n
  let power = 1n
  while (power * 10n < amount) power *= 10n
  return [1n, 2n, 5n, 10n].map(digit => digit * power).find(end => end >= amount) ?? amount
}

/** Lays amounts (minor units) out as bars on one axis: those below zero hang from it. */
export function scaleOf(amounts: bigint[]): Scale {
  const lowest = (values: bigint[]) => values.reduce((min, one) => least(min, one), 0n)
  const most = -lowest(amounts.map(amount => -amount))
  const top = roundedUp(most)
  const bottom = -roundedUp(-lowest(amounts))
  const span = Number(top - bottom) || 1
  const zero = Number(top) / span
  const bars = amounts.map(amount => {
    const height = Math.abs(Number(amount)) / span
    return { top: amount < 0n ? zero : zero - height, height }
  })
  return { top, bottom, zero, bars }
}
