import { addressOf } from '#components/orders/address.ts'
import { Alert } from '#components/ui/alert.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { formatMoney, toDecimal } from '#lib/money.ts'
import type { ContractorShare, RefundPreview } from '#lib/refunds/model.ts'
import { useWords } from '#words'

type Props = { orderId: string; preview: RefundPreview; share: ContractorShare; refundCommission: boolean }

/** Words that are longer than a phone is wide. */
const WRAPPED = 'h-auto min-h-8 whitespace-normal py-1 text-left'

/** In place of a refund that Stripe would refuse because the contractor's balance is short: the ways that there are instead. */
export function RefundShort({ orderId, preview, share, refundCommission }: Props) {
  const t = useWords()
  const { amount, currency } = preview
  const sum = (minor: bigint) => formatMoney({ amount: minor, currency }, t.locale)
  const to = (choice: Record<string, string | undefined>) =>
    `${addressOf(`/admin/orders/${orderId}`, { refund: 'preview', ...choice })}#refund`
  const all = { amount: toDecimal({ amount, currency }) }
  const part = {
    amount: toDecimal({ amount: share.now, currency }),
    reverseTransfer: 'on',
    refundCommission: refundCommission ? 'on' : undefined,
  }
  return (
    <Alert tone="warning" title={t('moves.shortTitle')}>
      <p className="max-w-prose">{t('moves.shortText', { wanted: sum(amount), now: sum(share.now) })}</p>
      <ul className="mt-3 grid gap-3">
        <li className="grid justify-items-start gap-1">
          <LinkButton href={to(all)} variant="secondary" size="sm" scroll={false} className={WRAPPED}>
            {t('moves.shortAll', { sum: sum(amount) })}
          </LinkButton>
          <span>{t('moves.shortAllHint')}</span>
        </li>
        {share.now > 0n ? (
          <li className="grid justify-items-start gap-1">
            <LinkButton href={to(part)} variant="secondary" size="sm" scroll={false} className={WRAPPED}>
              {t('moves.shortPart', { sum: sum(share.now) })}
            </LinkButton>
            <span>{t('moves.shortPartHint')}</span>
          </li>
        ) : null}
        <li>
          {share.pending > 0n
            ? t('moves.shortWait', { pending: sum(share.pending) })
            : t('moves.shortWaitNone')}
        </li>
      </ul>
    </Alert>
  )
}
