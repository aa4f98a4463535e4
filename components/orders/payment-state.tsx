import { Alert } from '#components/ui/alert.tsx'
import type { OrderDetail } from '#lib/orders/model.ts'
import { DECLINE_WORDS, type PaymentView, type Renewal } from '#lib/payments/model.ts'
import type { Role } from '#lib/users/model.ts'
import { HoldClock } from './hold-clock.tsx'
import { RefreshWhilePending } from './refresh-while-pending.tsx'

type Props = { order: OrderDetail; payment: PaymentView | null; reader: Role; now: Date }

/** What the payment is doing right now, for whoever looks, and what follows from it. */
export function PaymentState({ order, payment, reader, now }: Props) {
  if (!payment) return null
  const capturing = order.status === 'approved' && payment.status === 'requires_capture'
  if (payment.status === 'pending' || capturing) {
    return (
      <Alert tone="info" role="status" title={capturing ? 'The money is being taken' : 'Waiting for Stripe'}>
        Stripe has not confirmed this yet. Nobody needs to do anything: this page follows by itself.
        <RefreshWhilePending />
      </Alert>
    )
  }
  if (payment.status === 'requires_capture' && payment.captureBeforeAt) {
    return (
      <div className="grid gap-3">
        <HoldClock captureBeforeAt={payment.captureBeforeAt} now={now} />
        {payment.renewal && reader === 'EMPLOYER' ? <Renewing renewal={payment.renewal} /> : null}
      </div>
    )
  }
  if (order.status === 'placed') return <NotHeld payment={payment} reader={reader} />
  return null
}

/** A new hold that is not on yet, beside the one that stands. */
function Renewing({ renewal }: { renewal: Renewal }) {
  if (renewal.status === 'pending') {
    return (
      <Alert tone="info" role="status" title="A new hold is being put on your card">
        Stripe has not confirmed it yet, and this hold stands until then. This page follows by itself.
        <RefreshWhilePending />
      </Alert>
    )
  }
  return (
    <Alert tone="warning" title="The new hold waits for your bank’s check">
      This hold stands until that is done. Choose “Finish the renewal” to go on, or to leave it.
    </Alert>
  )
}

function NotHeld({ payment, reader }: { payment: PaymentView; reader: Role }) {
  if (reader === 'CONTRACTOR') {
    return (
      <Alert tone="info">No money is held yet. Start the work once the employer’s card is on hold.</Alert>
    )
  }
  if (payment.status === 'requires_action') {
    return (
      <Alert tone="warning" title="The bank wants to check that it is you">
        Nothing is held until that is done. Choose “Hold” to finish the bank’s check.
      </Alert>
    )
  }
  if (payment.status === 'failed') {
    return (
      <Alert tone="destructive" title="The last try was declined">
        {DECLINE_WORDS[payment.decline ?? 'declined']}
      </Alert>
    )
  }
  return (
    <Alert tone="warning" title="The hold has ended">
      The money went back to the card and nothing was taken. Put a new hold on the order to go on.
    </Alert>
  )
}
