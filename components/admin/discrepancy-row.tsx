import type { ReactNode } from 'react'
import { Moment } from '#components/orders/moment.tsx'
import { TableCell, TableRow } from '#components/ui/table.tsx'
import { isCurrency } from '#lib/currencies.ts'
import type { Locale } from '#lib/i18n/model.ts'
import { formatMoney } from '#lib/money.ts'
import { DISCREPANCY_WORDS, type DiscrepancyView } from '#lib/reconciliation/model.ts'
import { useWords } from '#words'

const sum = (locale: Locale, amount: bigint, currency: string) =>
  isCurrency(currency) ? formatMoney({ amount, currency }, locale) : `${amount} ${currency.toUpperCase()}`

/** One difference: what both sides say, since when, and what is proposed. */
export function DiscrepancyRow({ view, children }: { view: DiscrepancyView; children?: ReactNode }) {
  const t = useWords()
  const { kind, subject, account, currency, ledgerAmount, stripeAmount, proposal } = view
  return (
    <TableRow>
      <TableCell className="min-w-52 whitespace-normal align-top">
        <span className="block font-medium">{t(DISCREPANCY_WORDS[kind])}</span>
        <code className="block break-all font-mono text-xs">{subject}</code>
        <code className="block font-mono text-muted-foreground text-xs">
          {account || t('reconciliation.thePlatform')}
        </code>
        {children}
      </TableCell>
      <TableCell align="end" className="align-top">
        {sum(t.locale, ledgerAmount, currency)}
      </TableCell>
      <TableCell align="end" className="align-top">
        {sum(t.locale, stripeAmount, currency)}
      </TableCell>
      <TableCell className="align-top">
        <Moment at={view.firstSeenAt} />
        {view.resolvedAt ? (
          <span className="block text-muted-foreground text-xs">
            {t.rich('reconciliation.goneAt', { at: <Moment at={view.resolvedAt} /> })}
          </span>
        ) : null}
      </TableCell>
      <TableCell className="min-w-64 whitespace-normal align-top">{t.say(proposal)}</TableCell>
    </TableRow>
  )
}
