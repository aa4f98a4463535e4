import type { Stripe } from '@stripe/stripe-js'
import { loadStripe } from '@stripe/stripe-js/pure'
import type { PublicStripeConfig } from './public-config.ts'

export type BrowserStripeConfig = PublicStripeConfig & {
  /** The page's CSP nonce, for the local Stripe's script. */
  nonce?: string
}

/** Stripe.js once it has loaded, and what its methods speak: components take these from here and not from the package. */
export type { Stripe, StripeElements, StripeError } from '@stripe/stripe-js'

let localScript: Promise<void> | undefined
let loading: Promise<Stripe | null> | undefined

function addScript(source: string, nonce: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = source
    if (nonce) script.nonce = nonce
    script.onload = () => resolve()
    script.onerror = () => {
      script.remove()
      reject(new Error('The local Stripe did not answer.'))
    }
    document.head.append(script)
  })
}

/** The local Stripe's script sets `window.Stripe`, which loadStripe then takes instead of fetching js.stripe.com. */
function addLocalScript(localUrl: string, nonce: string | undefined): Promise<void> {
  localScript ??= addScript(`/stripe-local/stripe.js?origin=${encodeURIComponent(localUrl)}`, nonce)
  return localScript
}

async function load(config: BrowserStripeConfig): Promise<Stripe | null> {
  if (config.localUrl) await addLocalScript(config.localUrl, config.nonce)
  return loadStripe(config.publishableKey)
}

/**
 * Loads Stripe.js once for the page. Rejects when the script cannot be had, and may then be called again.
 * Source: https://docs.stripe.com/js/including; the stand-in's contract is the local Stripe's.
 */
export function loadStripeFor(config: BrowserStripeConfig): Promise<Stripe | null> {
  loading ??= load(config).catch((error: unknown) => {
    localScript = undefined
    loading = undefined
    throw error
  })
  return loading
}
