import { Alert } from '#components/ui/alert.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { type FraudWarningView, fraudTypeWords, refundNowPath } from '#lib/fraud-warnings/model.ts'
import { useWords } from '#words'

/** Says on an order's page that the card's bank suspects fraud, with what to do about it. */
export function FraudWarningNotice({
  warning,
  mayRefund,
}: {
  warning: FraudWarningView
  mayRefund: boolean
}) {
  const t = useWords()
  const { order, paymentStatus } = warning
  const says = t(fraudTypeWords(warning.fraudType))
  const isTaken = paymentStatus === 'succeeded'
  return (
    <Alert tone="destructive" title={t('fraudWarnings.noticeTitle')} className="mb-6">
      <p className="max-w-prose">
        {isTaken ? t('fraudWarnings.noticeText', { says }) : `${says} ${t('fraudWarnings.nothingTaken')}`}
      </p>
      {isTaken && mayRefund ? (
        <LinkButton href={refundNowPath(order.id)} variant="destructive" size="sm" className="mt-3">
          {t('fraudWarnings.refundNow')}
        </LinkButton>
      ) : null}
    </Alert>
  )
}
