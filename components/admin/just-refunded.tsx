import { addressOf } from '#components/orders/address.ts'
import { LinkButton } from '#components/ui/button.tsx'
import { formatMoney, toDecimal } from '#lib/money.ts'
import { movedBy, type RefundView } from '#lib/refunds/model.ts'
import { useWords } from '#words'
import { MoneyMoves } from './money-moves.tsx'
import { Outcome } from './outcome.tsx'
import { refundMoves } from './refund-moves.ts'
import { failureWords, REFUND_STATUS_WORDS } from './status-words.ts'

type Props = {
  refund: RefundView
  orderId: string
  contractorId: string
  parties: { employer: string; contractor: string }
  mayRecover: boolean
}

const MOVED = ['pending', 'requires_action', 'succeeded']

/** What a refund that was just made has moved, as it was shown before, and what is left to do: to recover what Holdfast has paid alone. */
export function JustRefunded({ refund, orderId, contractorId, parties, mayRecover }: Props) {
  const t = useWords()
  const words = REFUND_STATUS_WORDS[refund.status]
  const { amount, currency, reverseTransfer, status } = refund
  const hasMoved = MOVED.includes(status)
  const recovery = { order: orderId, amount: toDecimal({ amount, currency }) }
  return (
    <Outcome
      tone={words.tone}
      title={t('moves.refundOutcome', { sum: formatMoney(refund, t.locale), status })}
    >
      <p>
        {failureWords(t, refund.failureReason) ?? t(words.meaning)} {t('moves.refundOutcomeMore')}
      </p>
      {hasMoved ? (
        <div className="mt-3 max-w-2xl rounded-lg bg-card text-foreground">
          <MoneyMoves
            caption={t('moves.refundMoved')}
            moves={refundMoves(t, movedBy(refund), parties)}
            currency={currency}
          />
        </div>
      ) : null}
      {hasMoved && !reverseTransfer && mayRecover ? (
        <LinkButton
          href={`${addressOf(`/admin/contractors/${contractorId}`, recovery)}#recover`}
          variant="secondary"
          size="sm"
          className="mt-3"
        >
          {t('moves.recoverLink')}
        </LinkButton>
      ) : null}
    </Outcome>
  )
}
