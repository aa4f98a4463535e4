/** The local platform, as its charges show it. */
export const STATEMENT_PREFIX = 'LOCAL'
/** The Connect application of the platform: the `application` of what it does on other accounts. */
export const APPLICATION = 'ca_LocalPlatformApplication'

/** Stripe's price for a card payment: 2.9 % rounded half up, and 30 minor units. Never more than the amount. */
export function processingFee(amount: number): number {
  return Math.min(Math.floor((amount * 29 + 500) / 1000) + 30, amount)
}
