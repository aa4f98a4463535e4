import { Moment } from '#components/orders/moment.tsx'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Money } from '#components/ui/money.tsx'
import { cardName } from '#lib/cards/model.ts'
import type { MessageKey } from '#lib/i18n/messages.ts'
import { DECLINE_WORDS, type PaymentStatus, type PaymentView } from '#lib/payments/model.ts'
import { useWords } from '#words'

const STATUS_WORDS = {
  pending: 'adminOrders.s_pending',
  requires_action: 'adminOrders.s_requires_action',
  requires_capture: 'adminOrders.s_requires_capture',
  succeeded: 'adminOrders.s_succeeded',
  canceled: 'adminOrders.s_canceled',
  failed: 'adminOrders.s_failed',
} as const satisfies Record<PaymentStatus, MessageKey>

export type PaymentReferences = {
  stripePaymentIntentId: string | null
  stripeChargeId: string | null
  stripeTransferId: string | null
  stripeApplicationFeeId: string | null
  processingFee: bigint | null
  failureCode: string | null
}

type Props = { payment: PaymentView; references: PaymentReferences | null }

/** Everything known of a payment, with the names of its objects at Stripe. For admins. */
export function PaymentFacts({ payment, references }: Props) {
  const t = useWords()
  const { currency, card } = payment
  const ids: [string, string | null | undefined][] = [
    [t('adminOrders.payment'), payment.id],
    ['PaymentIntent', references?.stripePaymentIntentId],
    ['Charge', references?.stripeChargeId],
    ['Transfer', references?.stripeTransferId],
    ['Application fee', references?.stripeApplicationFeeId],
  ]
  return (
    <DescriptionList>
      <DescriptionItem term={t('adminOrders.status')} strong>
        {t(STATUS_WORDS[payment.status])}
      </DescriptionItem>
      <DescriptionItem term={t('adminOrders.card')}>{cardName(t, card)}</DescriptionItem>
      {payment.decline ? (
        <DescriptionItem term={t('adminOrders.toldEmployer')} hint={references?.failureCode}>
          <span className="block max-w-prose text-left">{t.say(DECLINE_WORDS[payment.decline])}</span>
        </DescriptionItem>
      ) : null}
      {payment.captureBeforeAt ? (
        <DescriptionItem term={t('adminOrders.holdEnds')}>
          <Moment at={payment.captureBeforeAt} />
        </DescriptionItem>
      ) : null}
      {references?.processingFee != null ? (
        <DescriptionItem term={t('adminOrders.fee')} hint={t('adminOrders.feeHint')}>
          <Money value={{ amount: references.processingFee, currency }} />
        </DescriptionItem>
      ) : null}
      {ids.map(([name, id]) =>
        id ? (
          <DescriptionItem key={name} term={name}>
            <code className="break-all font-mono text-xs">{id}</code>
          </DescriptionItem>
        ) : null,
      )}
    </DescriptionList>
  )
}
