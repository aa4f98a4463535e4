import { Moment } from '#components/orders/moment.tsx'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Money } from '#components/ui/money.tsx'
import { cardName } from '#lib/cards/model.ts'
import { DECLINE_WORDS, type PaymentStatus, type PaymentView } from '#lib/payments/model.ts'
import { useWords } from '#words'

const STATUS_WORDS: Record<PaymentStatus, string> = {
  pending: 'Stripe has not answered yet',
  requires_action: 'Waits for the bank’s check',
  requires_capture: 'Held on the card',
  succeeded: 'Taken',
  canceled: 'Released or expired',
  failed: 'Declined',
}

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
    ['Payment', payment.id],
    ['PaymentIntent', references?.stripePaymentIntentId],
    ['Charge', references?.stripeChargeId],
    ['Transfer', references?.stripeTransferId],
    ['Application fee', references?.stripeApplicationFeeId],
  ]
  return (
    <DescriptionList>
      <DescriptionItem term="Status" strong>
        {STATUS_WORDS[payment.status]}
      </DescriptionItem>
      <DescriptionItem term="Card">{cardName(t, card)}</DescriptionItem>
      {payment.decline ? (
        <DescriptionItem term="Told to the employer" hint={references?.failureCode}>
          <span className="block max-w-prose text-left">{t.say(DECLINE_WORDS[payment.decline])}</span>
        </DescriptionItem>
      ) : null}
      {payment.captureBeforeAt ? (
        <DescriptionItem term="Hold ends">
          <Moment at={payment.captureBeforeAt} />
        </DescriptionItem>
      ) : null}
      {references?.processingFee != null ? (
        <DescriptionItem
          term="Stripe’s processing fee"
          hint="Paid by Holdfast, and kept by Stripe after a refund."
        >
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
