'use client'

import { useCallback, useEffect, useState } from 'react'
import { type BrowserStripeConfig, loadStripeFor, type Stripe } from '#lib/stripe/browser.ts'

const PATIENCE_MS = 20_000

export type StripeJs = { state: 'loading' } | { state: 'ready'; stripe: Stripe } | { state: 'blocked' }

/** Loads Stripe.js when a component that needs it appears; `retry` asks again after it was blocked or did not come. */
export function useStripeJs(config: BrowserStripeConfig): [StripeJs, retry: () => void] {
  const { publishableKey, localUrl, nonce } = config
  const [stripeJs, setStripeJs] = useState<StripeJs>({ state: 'loading' })
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is the reason to run again
  useEffect(() => {
    let over = false
    const settle = (result: StripeJs) => {
      if (!over) setStripeJs(result)
    }
    const timer = setTimeout(() => settle({ state: 'blocked' }), PATIENCE_MS)
    loadStripeFor({ publishableKey, localUrl, nonce })
      .then(stripe => settle(stripe ? { state: 'ready', stripe } : { state: 'blocked' }))
      .catch(() => settle({ state: 'blocked' }))
      .finally(() => clearTimeout(timer))
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [publishableKey, localUrl, nonce, attempt])

  const retry = useCallback(() => {
    setStripeJs({ state: 'loading' })
    setAttempt(count => count + 1)
  }, [])
  return [stripeJs, retry]
}
