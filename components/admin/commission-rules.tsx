import Link from 'next/link'
import { Moment } from '#components/orders/moment.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#components/ui/table.tsx'
import { LISTING_CATEGORY_WORDS } from '#lib/catalogue/category-model.ts'
import type { CommissionRuleView } from '#lib/commission-rules/model.ts'
import { useWords } from '#words'
import { rateWords } from './rate-words.ts'

/** Every rule, the latest first; those that have not begun say so. */
export function CommissionRules({ rules }: { rules: CommissionRuleView[] }) {
  const t = useWords()
  if (rules.length === 0) return <p className="text-muted-foreground">{t('commission.none')}</p>
  return (
    <Card>
      <Table caption={t('commission.rules')}>
        <TableHead>
          <tr>
            <TableHeader>{t('commission.forWhom')}</TableHeader>
            <TableHeader>{t('commission.rate')}</TableHeader>
            <TableHeader>{t('commission.begins')}</TableHeader>
            <TableHeader>{t('commission.by')}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {rules.map(rule => (
            <Row key={rule.id} rule={rule} />
          ))}
        </TableBody>
      </Table>
    </Card>
  )
}

function Scope({ scope }: Pick<CommissionRuleView, 'scope'>) {
  const t = useWords()
  if (!scope) return t('commission.everybody')
  if (scope.kind === 'category') return t(LISTING_CATEGORY_WORDS[scope.category])
  return (
    <Link
      prefetch={false}
      href={scope.kind === 'listing' ? `/listings/${scope.id}` : `/admin/users/${scope.id}`}
      className="inline-block min-h-6 text-primary underline decoration-primary/40 underline-offset-4"
    >
      {scope.name}
    </Link>
  )
}

function Row({ rule }: { rule: CommissionRuleView }) {
  const { bps, fixed, currency } = rule
  const t = useWords()
  return (
    <TableRow className="align-top">
      <TableHeader scope="row" className="whitespace-normal align-top text-foreground text-sm">
        <Scope scope={rule.scope} />
        <code className="block font-mono font-normal text-muted-foreground text-xs">{rule.id}</code>
      </TableHeader>
      <TableCell className="align-top">
        {bps === null ? t('commission.noRate') : rateWords({ bps, fixed }, currency, t.locale)}
        {currency ? (
          <span className="block text-muted-foreground text-xs">{currency.toUpperCase()}</span>
        ) : null}
      </TableCell>
      <TableCell className="align-top">
        <Moment at={rule.startsAt} />
        {rule.isComing ? <Badge tone="info">{t('commission.coming')}</Badge> : null}
      </TableCell>
      <TableCell className="min-w-48 align-top">
        {rule.createdBy}
        <span className="block text-muted-foreground text-xs">{rule.reason}</span>
      </TableCell>
    </TableRow>
  )
}
