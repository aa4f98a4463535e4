import { env } from '../env.ts'

/** What the browser needs to load Stripe.js; holds nothing secret. `localUrl` is set only for the local Stripe. */
export type PublicStripeConfig = { publishableKey: string; localUrl: string | null }

/** Read on the server and handed to components as a prop, so that one build serves every key. */
export function publicStripeConfig(): PublicStripeConfig {
  const { publishableKey, localUrl } = env().stripe
  return { publishableKey, localUrl }
}
