type CurrencyRule = {
  /** Decimals of the minor unit that amounts are counted in. */
  decimals: 0 | 2 | 3
  /** The least amount that Stripe charges, in minor units. */
  minimum: bigint
  /** Amounts of charges are multiples of this, in minor units. */
  step: bigint
  /** Amounts of payouts are multiples of this, in minor units. */
  payoutStep: bigint
}

const twoDecimals = (minimum: bigint) => ({ decimals: 2, minimum, step: 1n, payoutStep: 1n }) as const
const noDecimals = (minimum: bigint) => ({ decimals: 0, minimum, step: 1n, payoutStep: 1n }) as const
/** Counted in thousandths, of which the last digit has to be zero. */
const threeDecimals = (minimum: bigint) => ({ decimals: 3, minimum, step: 10n, payoutStep: 10n }) as const

/**
 * The currencies that Holdfast takes, by Stripe's rules (https://docs.stripe.com/currencies). A currency that is not here is
 * refused. Where Stripe names no least amount it is what half a US dollar comes to, which Stripe judges in the currency that the
 * charge is settled in.
 */
export const CURRENCIES = {
  usd: twoDecimals(50n),
  eur: twoDecimals(50n),
  gbp: twoDecimals(30n),
  cad: twoDecimals(50n),
  aud: twoDecimals(50n),
  nzd: twoDecimals(50n),
  sgd: twoDecimals(50n),
  hkd: twoDecimals(400n),
  mxn: twoDecimals(1000n),
  chf: twoDecimals(50n),
  pln: twoDecimals(200n),
  ron: twoDecimals(200n),
  czk: twoDecimals(1500n),
  dkk: twoDecimals(250n),
  nok: twoDecimals(300n),
  sek: twoDecimals(300n),
  jpy: noDecimals(50n),
  krw: noDecimals(800n),
  // Charged to the cent, paid out in whole ones.
  huf: { ...twoDecimals(17_500n), payoutStep: 100n },
  twd: { ...twoDecimals(1700n), payoutStep: 100n },
  // Written as if they had decimals, which must be 00.
  isk: { ...twoDecimals(7000n), step: 100n, payoutStep: 100n },
  ugx: { ...twoDecimals(200_000n), step: 100n, payoutStep: 100n },
  bhd: threeDecimals(200n),
  jod: threeDecimals(400n),
  kwd: threeDecimals(200n),
  omr: threeDecimals(200n),
  tnd: threeDecimals(1700n),
} as const satisfies Record<string, CurrencyRule>

export type Currency = keyof typeof CURRENCIES

export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(CURRENCIES, code)
}
