import { Alert } from '#components/ui/alert.tsx'
import type { OrderDetail } from '#lib/orders/model.ts'
import { DECLINE_WORDS, type PaymentView, type Renewal } from '#lib/payments/model.ts'
import type { Role } from '#lib/users/model.ts'
import { useWords } from '#words'
import { HoldClock } from './hold-clock.tsx'
import { RefreshWhilePending } from './refresh-while-pending.tsx'

type Props = { order: OrderDetail; payment: PaymentView | null; reader: Role; now: Date }

/** What the payment is doing right now, for whoever looks, and what follows from it. */
export function PaymentState({ order, payment, reader, now }: Props) {
  const t = useWords()
  if (!payment) return null
  const capturing = order.status === 'approved' && payment.status === 'requires_capture'
  if (payment.status === 'pending' || capturing) {
    return (
      <Alert
        tone="info"
        role="status"
        title={capturing ? t('orders.theMoneyIsBeingTaken') : t('orders.waitingForStripe')}
      >
        {t('orders.stripeHasNotConfirmedThis')}
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
  const t = useWords()
  if (renewal.status === 'pending') {
    return (
      <Alert tone="info" role="status" title={t('orders.aNewHoldIsBeing')}>
        {t('orders.stripeHasNotConfirmedIt')}
        <RefreshWhilePending />
      </Alert>
    )
  }
  return (
    <Alert tone="warning" title={t('orders.theNewHoldWaitsFor')}>
      {t('orders.thisHoldStandsUntilThat')}
    </Alert>
  )
}

function NotHeld({ payment, reader }: { payment: PaymentView; reader: Role }) {
  const t = useWords()
  if (reader === 'CONTRACTOR') {
    return <Alert tone="info">{t('orders.noMoneyIsHeldYet')}</Alert>
  }
  if (payment.status === 'requires_action') {
    return (
      <Alert tone="warning" title={t('orders.theBankWantsToCheck')}>
        {t('orders.nothingIsHeldUntilThat')}
      </Alert>
    )
  }
  if (payment.status === 'failed') {
    return (
      <Alert tone="destructive" title={t('orders.theLastTryWasDeclined')}>
        {t.say(DECLINE_WORDS[payment.decline ?? 'declined'])}
      </Alert>
    )
  }
  return (
    <Alert tone="warning" title={t('orders.theHoldHasEnded')}>
      {t('orders.theMoneyWentBackTo')}
    </Alert>
  )
}
