'use client'

import { Alert } from '#components/ui/alert.tsx'
import { Button } from '#components/ui/button.tsx'

/** Shown where Stripe.js would have been: what may be in its way, and a way on. */
export function StripeBlocked({ retry }: { retry: () => void }) {
  return (
    <Alert tone="warning" role="alert" title="Stripe’s secure form could not be loaded">
      <p>A content blocker or the network may be in the way. Nothing was charged or saved.</p>
      <Button variant="secondary" size="sm" className="mt-3" onClick={retry}>
        Try again
      </Button>
    </Alert>
  )
}
