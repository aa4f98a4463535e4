'use client'

import { Elements } from '@stripe/react-stripe-js'
import type { BrowserStripeConfig } from '#lib/stripe/browser.ts'
import { CardEntrySkeleton } from './card-entry-skeleton.tsx'
import { CardFields } from './card-fields.tsx'
import { StripeBlocked } from './stripe-blocked.tsx'
import { useDark } from './use-dark.ts'
import { useStripeJs } from './use-stripe-js.ts'

export type CardEntryProps = {
  stripe: BrowserStripeConfig
  /** Of the SetupIntent that this form confirms. */
  clientSecret: string
  /** Where a bank that must leave the page sends the person back to. */
  returnUrl: string
  saveLabel: string
  /** The browser's side is done; what really happened is re-read on the server. Resolves to words when it failed. */
  onConfirmed: () => Promise<string | undefined>
  onCancel: () => void
}

/** Stripe's Payment Element for saving a card. Card numbers go from it to Stripe and never touch our page. */
export function CardEntry({ stripe: config, clientSecret, ...rest }: CardEntryProps) {
  const [stripeJs, retry] = useStripeJs(config)
  const dark = useDark()
  if (stripeJs.state === 'blocked') return <StripeBlocked retry={retry} />
  if (stripeJs.state === 'loading') return <CardEntrySkeleton />
  const appearance = {
    theme: dark ? ('night' as const) : ('stripe' as const),
    variables: { borderRadius: '6px', fontSizeBase: '14px' },
  }
  return (
    <Elements stripe={stripeJs.stripe} options={{ clientSecret, appearance }}>
      <CardFields {...rest} />
    </Elements>
  )
}
