import type { ReactNode } from 'react'
import { Alert } from '#components/ui/alert.tsx'
import { Badge, type Tone } from '#components/ui/badge.tsx'
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '#components/ui/card.tsx'
import type { MessageKey } from '#lib/i18n/messages.ts'
import type { Step, StepState } from '#lib/onboarding/model.ts'
import { useWords } from '#words'

const STATES: Record<StepState, { tone: Tone; words: MessageKey }> = {
  todo: { tone: 'warning', words: 'verifying.toDo' },
  rejected: { tone: 'destructive', words: 'verifying.anotherTry' },
  checking: { tone: 'info', words: 'verifying.checking' },
  done: { tone: 'success', words: 'verifying.done' },
}

type Props = {
  step: Step
  number: number
  title: string
  description: string
  /** What to fill in. Open while there is something to do, folded away under `changeLabel` after that. */
  children: ReactNode
  /** Said once it is done, such as which bank account. */
  summary?: ReactNode
  /** Without it a finished step cannot be opened again. */
  changeLabel?: string
}

function Problems({ step }: { step: Step }) {
  const t = useWords()
  if (step.problems.length === 0) return null
  return (
    <Alert tone="destructive" title={t('verifying.notAccepted')}>
      <ul className="grid gap-1.5">
        {step.problems.map(({ problem, action }) => (
          <li key={problem}>
            {t(problem)} {t(action)}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** One step: its state in words, what Stripe refused, and the form. */
export function StepCard({ step, number, title, description, children, summary, changeLabel }: Props) {
  const t = useWords()
  const isOpen = step.state === 'todo' || step.state === 'rejected'
  const { tone, words } = STATES[step.state]
  return (
    <Card id={step.id} aria-labelledby={`${step.id}-title`} className="scroll-mt-20">
      <CardHeader>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <CardTitle id={`${step.id}-title`}>
            {number}. {title}
          </CardTitle>
          <Badge tone={tone} dot>
            {t(words)}
          </Badge>
        </div>
        <CardDescription>{description}</CardDescription>
      </CardHeader>
      <CardContent className="grid gap-5 empty:pb-0">
        <Problems step={step} />
        {summary ? <div className="max-w-prose text-sm">{summary}</div> : null}
        {isOpen ? children : null}
        {!isOpen && changeLabel ? (
          <details className="group rounded-lg border">
            <summary className="min-h-6 px-4 py-2.5 font-medium text-primary text-sm">{changeLabel}</summary>
            <div className="border-t p-4">{children}</div>
          </details>
        ) : null}
      </CardContent>
    </Card>
  )
}
