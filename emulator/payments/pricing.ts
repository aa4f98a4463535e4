import type { Tx } from '../core/tx.ts'

/** A price for a card payment: a share of the amount and a fixed part in minor units. */
interface Price {
  basisPoints: number
  fixed: number
}

/** What Stripe charges the platform. https://stripe.com/pricing */
export interface Pricing {
  /** The cheapest one counts, as with micropayment pricing. */
  prices: Price[]
  /** On top, for a card of another country than the platform's. */
  internationalBasisPoints: number
  /** Contracts from before 2017: a refund returns the fee in proportion. */
  returnsFees: boolean
  /** What a dispute costs, in minor units. */
  disputeFee: number
}

declare module '../core/kinds.ts' {
  interface Kinds {
    /** One row, `pricing`, if it is not the usual one. */
    _pricing: Pricing
  }
}

const USUAL: Pricing = {
  prices: [{ basisPoints: 290, fixed: 30 }],
  internationalBasisPoints: 150,
  returnsFees: false,
  disputeFee: 1500,
}
const HOME = 'US'

/** The pricing that this emulator was started with. */
export function pricingOf(tx: Tx): Pricing {
  return tx.find('_pricing', 'pricing') ?? USUAL
}

/** Stripe's fee for a captured amount, rounded half up once, in minor units. Never more than the amount. */
export function processingFee(tx: Tx, amount: number, cardCountry: string | null): number {
  const { prices, internationalBasisPoints } = pricingOf(tx)
  const extra = cardCountry === null || cardCountry === HOME ? 0 : internationalBasisPoints
  const fees = prices.map(
    ({ basisPoints, fixed }) => Math.floor((amount * (basisPoints + extra) + 5000) / 10_000) + fixed,
  )
  return Math.min(amount, ...fees)
}

/**
 * What an old contract returns of the fee when a part of a charge is refunded: the share of the amount, and the fixed part only with the last
 * of it. Minor units, rounded down.
 */
export function returnedFee(tx: Tx, fee: number, amount: number, refunded: number): number {
  if (refunded >= amount) return fee
  const { prices } = pricingOf(tx)
  const price = prices.find(
    ({ basisPoints, fixed }) => Math.floor((amount * basisPoints + 5000) / 10_000) + fixed === fee,
  )
  return Math.floor((refunded * (price?.basisPoints ?? 0)) / 10_000)
}

/**
 * Reads `2.9+30`, or several such prices with commas between them.
 * @throws Error with a sentence for the person who typed it.
 */
export function pricesFrom(text: string): Price[] {
  return text.split(',').map(price => {
    const [, percent, fixed] = /^(\d+(?:\.\d{1,2})?)\+(\d+)$/.exec(price.trim()) ?? []
    if (percent === undefined) throw new Error(`"${price}" is not a price such as 2.9+30`)
    return { basisPoints: Math.round(Number(percent) * 100), fixed: Number(fixed) }
  })
}
