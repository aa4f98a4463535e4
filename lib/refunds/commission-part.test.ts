import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proportion } from '../money.ts'
import { commissionPart } from './commission-part.ts'

type Life = { captured: bigint; commission: bigint; refunds: bigint[]; order: number[]; readings: number[] }

/** Refunds of a payment in the order in which Stripe made them, the order in which we record them, and how late each is read. */
const life = fc
  .record({
    captured: fc.bigInt(1n, 20_000n),
    bps: fc.bigInt(0n, 10_000n),
    wishes: fc.array(fc.oneof(fc.bigInt(1n, 30n), fc.bigInt(1n, 6000n)), { minLength: 1, maxLength: 7 }),
    shuffle: fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
    readings: fc.array(fc.nat(6), { minLength: 7, maxLength: 7 }),
  })
  .map(({ captured, bps, wishes, shuffle, readings }): Life => {
    const refunds: bigint[] = []
    let refunded = 0n
    for (const wish of wishes) {
      if (refunded + wish > captured) continue
      refunded += wish
      refunds.push(wish)
    }
    const order = refunds.map((_, at) => at).sort((one, other) => (shuffle[one] ?? 0) - (shuffle[other] ?? 0))
    return { captured, commission: (captured * bps) / 10_000n, refunds, order, readings }
  })

/** The parts as Stripe lets them add up. */
function partsOf({ captured, commission, refunds }: Life): bigint[] {
  let refunded = 0n
  return refunds.map(amount => {
    const before = proportion(commission, refunded, captured)
    refunded += amount
    return proportion(commission, refunded, captured) - before
  })
}

function recorded(one: Life): bigint[] {
  const { captured, commission, refunds, order, readings } = one
  const parts = partsOf(one)
  const taken: bigint[] = []
  const payment = { amountCaptured: captured, commissionCaptured: commission }
  order.forEach((at, done) => {
    const open = order.slice(done + 1).map(other => refunds[other] ?? 0n)
    const readUntil = (until: number) => ({
      payment,
      amount: refunds[at] ?? 0n,
      open,
      taken,
      parts: parts.slice(0, until + 1).filter(part => part > 0n),
    })
    const old = readUntil(Math.max(at, readings[at] ?? 0))
    const late = readUntil(refunds.length - 1)
    taken.push(commissionPart(old, taken.length === 0) ?? commissionPart(late, true) ?? -1n)
  })
  return taken
}

const sorted = (parts: bigint[]) => [...parts].sort((a, b) => Number(a - b))
const sum = (parts: bigint[]) => parts.reduce((all, one) => all + one, 0n)

test('in whatever order refunds are recorded and however old a reading is, their parts add up to Stripe’s', () => {
  fc.assert(
    fc.property(life, one => {
      expect(sum(recorded(one))).toBe(sum(partsOf(one)))
    }),
    { numRuns: 20_000 },
  )
})

test('of those that returned something, read when all were made, each has one of Stripe’s', () => {
  fc.assert(
    fc.property(life, one => {
      const parts = partsOf(one)
      fc.pre(parts.every(part => part > 0n))
      expect(sorted(recorded({ ...one, readings: parts.map(() => 6) }))).toEqual(sorted(parts))
    }),
    { numRuns: 20_000 },
  )
})
