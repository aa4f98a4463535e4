/**
 * The currencies Holdfast takes: decimals of the minor unit, and the least amount that Stripe charges, in minor units
 * (https://docs.stripe.com/currencies). A currency that is not here is refused.
 */
export const CURRENCIES = {
  usd: { decimals: 2, minimum: 50n },
  eur: { decimals: 2, minimum: 50n },
  gbp: { decimals: 2, minimum: 30n },
  cad: { decimals: 2, minimum: 50n },
  aud: { decimals: 2, minimum: 50n },
  chf: { decimals: 2, minimum: 50n },
  pln: { decimals: 2, minimum: 200n },
  czk: { decimals: 2, minimum: 1500n },
  dkk: { decimals: 2, minimum: 250n },
  nok: { decimals: 2, minimum: 300n },
  sek: { decimals: 2, minimum: 300n },
  jpy: { decimals: 0, minimum: 50n },
} as const satisfies Record<string, { decimals: number; minimum: bigint }>

export type Currency = keyof typeof CURRENCIES

export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(CURRENCIES, code)
}
