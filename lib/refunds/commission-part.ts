import { least, proportion } from '../money.ts'

type Captured = { amountCaptured: bigint; commissionCaptured: bigint }

/** A refund whose part of the commission is asked for, among others of its payment that return theirs. Amounts in minor units. */
export type Parting = {
  payment: Captured
  /** What is refunded. */
  amount: bigint
  /** What is refunded by those whose part is not known yet; some may not be at Stripe. */
  open: bigint[]
  /** The parts that are known to be others'. */
  taken: bigint[]
  /** Every part that Stripe says was returned. */
  parts: bigint[]
}

const sum = (amounts: bigint[]) => amounts.reduce((all, one) => all + one, 0n)

/** How much more a part is than the refund's proportion, in units times the amount that was captured. */
const over = (part: bigint, { amount, payment }: Parting) =>
  part * payment.amountCaptured - payment.commissionCaptured * amount

const distance = (part: bigint, parting: Parting) => {
  const off = over(part, parting)
  return off < 0n ? -off : off
}

/** The parts that are nobody's yet, the greatest first; none where one that is taken is not among Stripe's. */
function leftOf({ parts, taken }: Parting): bigint[] {
  const left = [...parts]
  for (const part of taken.filter(amount => amount > 0n)) {
    const at = left.indexOf(part)
    if (at < 0) return []
    left.splice(at, 1)
  }
  return left.sort((one, other) => Number(other - one))
}

/** The part that can be a refund's own: of several, where there are as many as refunds, the greater refund has the greater part; else the nearest. */
function ownOf(parting: Parting): bigint | undefined {
  const { amount, open, payment } = parting
  const left = leftOf(parting)
  const near = left.filter(part => distance(part, parting) < payment.amountCaptured)
  const byRank =
    left.length === open.length + 1 ? left[open.filter(other => other > amount).length] : undefined
  if (byRank !== undefined && near.includes(byRank)) return byRank
  return near.sort((one, other) => Number(distance(one, parting) - distance(other, parting)))[0]
}

/**
 * What a refund returned of the commission. Stripe says which parts were returned and not by which refund; it rounds so that they add up, and so each is
 * within a unit of its proportion. Whoever is recorded last has what is left, so that all together are what Stripe says, whatever was taken before.
 *
 * Null when the parts have to be read again: they may be older than what was `taken`.
 */
export function commissionPart(parting: Parting, isFresh: boolean): bigint | null {
  const { payment, amount, open, taken, parts } = parting
  const own = open.length > 0 ? ownOf(parting) : undefined
  if (own !== undefined) return own
  if (!isFresh) return null
  const rest = sum(parts) - sum(taken)
  const { amountCaptured, commissionCaptured } = payment
  const isRounding = over(rest, parting) < amountCaptured * BigInt(1 + taken.length)
  if (open.length === 0 && isRounding && rest >= 0n) return rest
  const expected =
    commissionCaptured * amount < amountCaptured ? 0n : proportion(commissionCaptured, amount, amountCaptured)
  return ownOf(parting) ?? least(expected, rest > 0n ? rest : 0n)
}
