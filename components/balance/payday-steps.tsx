import { Check, Circle, CircleDot, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { cn } from '#components/ui/cn.ts'
import { DateTime } from '#components/ui/date-time.tsx'
import type { Payday } from '#lib/paydays/model.ts'
import { useWords } from '#words'
import { type PaydayStep, paydaySteps } from './payday-words.ts'

const MARKS = {
  done: { Icon: Check, word: 'payday.done', ink: 'text-success' },
  now: { Icon: CircleDot, word: 'payday.now', ink: 'text-primary' },
  later: { Icon: Circle, word: 'payday.later', ink: 'text-muted-foreground' },
  failed: { Icon: TriangleAlert, word: 'payday.failed', ink: 'text-destructive' },
} as const

function Station({ step }: { step: PaydayStep }) {
  const t = useWords()
  const { Icon, word, ink } = MARKS[step.state]
  return (
    <li className="flex gap-3" aria-current={step.state === 'now' ? 'step' : undefined}>
      <Icon aria-hidden className={cn('mt-0.5 size-4.5 shrink-0', ink)} />
      <div className="grid min-w-0 gap-0.5 text-sm">
        <p className="font-medium">
          <span className="sr-only">{t(word)}: </span>
          {step.title}
          {step.on ? (
            <span className="font-normal">
              {' '}
              · <DateTime value={step.on} dayOnly />
            </span>
          ) : null}
        </p>
        <p className="text-muted-foreground">{step.text}</p>
        {step.link ? (
          <Link
            href={step.link.href}
            prefetch={false}
            className="text-primary underline decoration-primary/40 underline-offset-4"
          >
            {step.link.label}
          </Link>
        ) : null}
      </div>
    </li>
  )
}

/** When a contractor has the money of one order: each station with its day and what is known of it. */
export function PaydaySteps({ payday }: { payday: Payday | null }) {
  const t = useWords()
  return (
    <ol aria-label={t('payday.whenYouGetPaid')} className="grid gap-4">
      {paydaySteps(t, payday).map(step => (
        <Station key={step.title} step={step} />
      ))}
    </ol>
  )
}
