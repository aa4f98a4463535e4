import type { ReactNode } from 'react'
import { Alert } from '#components/ui/alert.tsx'
import { Card, CardContent, CardHeader, CardTitle } from '#components/ui/card.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Money } from '#components/ui/money.tsx'
import type { Money as MoneyValue } from '#lib/money.ts'
import { useWords } from '#words'

export type PartCardProps = {
  available: MoneyValue
  pending: MoneyValue
  upcoming: { on: Date; amount: bigint }[]
  /** The form that pays the available part out. */
  children?: ReactNode
}

const SHOWN_DAYS = 5

function Figure({ term, value, meaning }: { term: string; value: MoneyValue; meaning: string }) {
  return (
    <div className="grid content-start gap-1">
      <dt className="font-medium text-muted-foreground text-sm">{term}</dt>
      <dd className="grid gap-1">
        <Money value={value} className="font-semibold text-xl" />
        <span className="text-muted-foreground text-sm">{meaning}</span>
      </dd>
    </div>
  )
}

function Next({ upcoming, pending }: Pick<PartCardProps, 'upcoming' | 'pending'>) {
  const t = useWords()
  if (upcoming.length === 0) return null
  return (
    <div className="grid gap-1.5 border-t pt-4 text-sm">
      <h3 className="font-medium">{t('balance.nextAvailable')}</h3>
      <ul className="grid gap-1">
        {upcoming.slice(0, SHOWN_DAYS).map(({ on, amount }) => (
          <li key={on.toISOString()} className="flex flex-wrap justify-between gap-x-4">
            <DateTime value={on} dayOnly />
            <Money value={{ amount, currency: pending.currency }} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** One currency of a balance: Stripe's two words with their figures and meanings, and the days ahead. */
export function PartCard({ available, pending, upcoming, children }: PartCardProps) {
  const t = useWords()
  const isNegative = available.amount < 0n || pending.amount < 0n
  return (
    <Card>
      <CardHeader>
        <CardTitle>{available.currency.toUpperCase()}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-5">
        <dl className="grid gap-5 xs:grid-cols-2">
          <Figure term={t('balance.available')} value={available} meaning={t('balance.availableMeaning')} />
          <Figure term={t('balance.pending')} value={pending} meaning={t('balance.pendingMeaning')} />
        </dl>
        {isNegative ? <Alert tone="warning">{t('balance.belowZero')}</Alert> : null}
        <Next upcoming={upcoming} pending={pending} />
        {children}
      </CardContent>
    </Card>
  )
}
