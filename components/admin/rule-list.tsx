import { TitledCard } from '#components/orders/titled-card.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { type CheckView, ruleWords } from '#lib/ledger-checks/model.ts'
import { useWords } from '#words'

/** The rules of the ledger, each with whether it held when it was last looked at. */
export function RuleList({ checks }: { checks: CheckView[] }) {
  const t = useWords()
  const last = checks[0]?.checkedAt
  return (
    <TitledCard title={t('rules.title')} id="rules">
      <p className="text-muted-foreground text-sm">
        {last ? t.rich('rules.lastLook', { at: <DateTime value={last} /> }) : t('rules.noLookYet')}
      </p>
      <ul className="mt-3 divide-y">
        {checks.map(check => (
          <Rule key={check.name} check={check} />
        ))}
      </ul>
    </TitledCard>
  )
}

function Rule({ check: { name, breaches, details } }: { check: CheckView }) {
  const t = useWords()
  const key = ruleWords(name)
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 text-sm last:pb-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="max-w-prose">{key ? t(key) : name}</p>
        {details.map(detail => (
          <code key={detail} className="block break-all font-mono text-muted-foreground text-xs">
            {detail}
          </code>
        ))}
      </div>
      <div>
        <Badge tone={breaches === 0 ? 'success' : 'destructive'} dot>
          {breaches === 0 ? t('rules.holds') : t('rules.broken', { count: breaches })}
        </Badge>
      </div>
    </li>
  )
}
