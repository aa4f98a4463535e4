import Link from 'next/link'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { type FraudWarningView, fraudTypeWords, refundNowPath } from '#lib/fraud-warnings/model.ts'
import type { MessageKey } from '#lib/i18n/messages.ts'
import { formatMoney } from '#lib/money.ts'
import { useWords } from '#words'

type Props = { warnings: FraudWarningView[]; mayRefund: boolean }

/** The warnings of banks with the refund that each asks for; nothing at all where there are none. */
export function FraudWarningList({ warnings, mayRefund }: Props) {
  const t = useWords()
  if (warnings.length === 0) return null
  return (
    <div className="mb-6">
      <TitledCard title={t('fraudWarnings.title')} id="warnings">
        <p className="max-w-prose text-muted-foreground text-sm">{t('fraudWarnings.intro')}</p>
        <ul className="mt-3 divide-y border-t">
          {warnings.map(warning => (
            <li
              key={warning.id}
              className="grid gap-x-6 gap-y-3 py-4 last:pb-0 sm:grid-cols-[minmax(0,1fr)_16rem]"
            >
              <Warning warning={warning} />
              <div>
                <WhatToDo warning={warning} mayRefund={mayRefund} />
              </div>
            </li>
          ))}
        </ul>
      </TitledCard>
    </div>
  )
}

function Warning({ warning }: { warning: FraudWarningView }) {
  const t = useWords()
  const { order, isActionable } = warning
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          prefetch={false}
          href={`/admin/orders/${order.id}`}
          className="min-h-6 font-medium text-primary underline underline-offset-4"
        >
          #{order.number} {order.title}
        </Link>
        <Badge tone={isActionable ? 'destructive' : 'neutral'} dot>
          {isActionable ? t('fraudWarnings.open') : t('fraudWarnings.over')}
        </Badge>
      </p>
      <p className="mt-1 text-sm">{t(fraudTypeWords(warning.fraudType))}</p>
      <p className="text-muted-foreground text-xs">
        {warning.contractor} · {t.rich('fraudWarnings.warned', { at: <DateTime value={warning.warnedAt} /> })}
      </p>
      <code className="block break-all font-mono text-muted-foreground text-xs">
        {warning.stripeWarningId}
      </code>
    </div>
  )
}

const OVER = {
  refund: 'fraudWarnings.overRefund',
  dispute: 'fraudWarnings.overDispute',
} as const satisfies Record<string, MessageKey>

function WhatToDo({ warning, mayRefund }: Omit<Props, 'warnings'> & { warning: FraudWarningView }) {
  const t = useWords()
  const { order, endedBy, amount, currency } = warning
  if (!warning.isActionable)
    return <p className="text-sm">{t(endedBy ? OVER[endedBy] : 'fraudWarnings.overOther')}</p>
  if (warning.paymentStatus !== 'succeeded')
    return <p className="text-sm">{t('fraudWarnings.nothingTaken')}</p>
  const sum = formatMoney({ amount, currency }, t.locale)
  if (!mayRefund) return <p className="text-sm">{t('fraudWarnings.left', { sum })}</p>
  return (
    <LinkButton href={refundNowPath(order.id)} variant="destructive" size="sm">
      {t('fraudWarnings.refundSum', { sum })}
      <span className="sr-only">{t('fraudWarnings.ofOrder', { number: order.number })}</span>
    </LinkButton>
  )
}
