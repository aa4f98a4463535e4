import Stripe from 'stripe'
import { env, type StripeConfig } from '../env.ts'

/** The version of Stripe's API that everything here is written for. */
export const API_VERSION = '2026-10-28.endive'

/** The client options for a configuration: the local Stripe differs from Stripe by its address alone. */
function optionsFor(config: StripeConfig): Stripe.StripeConfig {
  const options: Stripe.StripeConfig = {
    apiVersion: API_VERSION,
    timeout: config.timeoutMs,
    maxNetworkRetries: 2,
    telemetry: false,
    appInfo: { name: 'Holdfast' },
  }
  if (!config.localUrl) return options
  const url = new URL(config.localUrl)
  return { ...options, host: url.hostname, port: Number(url.port), protocol: 'http' }
}

let client: Stripe | undefined

/** The one Stripe client of this process. */
export function stripe(): Stripe {
  client ??= new Stripe(env().stripe.secretKey, optionsFor(env().stripe))
  return client
}
