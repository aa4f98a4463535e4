import { requirePublishableKey } from './misuse.ts'
import { createStripe } from './stripe-object.ts'

/** The release whose contract this stand-in keeps; `loadStripe` warns when it differs from the package's. */
const RELEASE = 'endive'

function ownOrigin(): string {
  const script = document.currentScript
  if (!(script instanceof HTMLScriptElement)) return location.origin
  const url = new URL(script.src)
  const named = url.searchParams.get('origin')
  return named ? new URL(named).origin : url.origin
}

// Read now: `currentScript` is only set while the script itself runs.
const origin = ownOrigin()

function stripeFactory(key: unknown, options?: { stripeAccount?: string }) {
  requirePublishableKey(key)
  return createStripe(origin, key, options)
}

Object.assign(window, { Stripe: Object.assign(stripeFactory, { version: RELEASE }) })
