import type { ReactNode } from 'react'
import { Moment } from '#components/orders/moment.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { isCurrency } from '#lib/currencies.ts'
import { DECISION_WORDS, type DisagreementView } from '#lib/disagreements/model.ts'
import type { Words } from '#lib/i18n/words.ts'
import { formatMoney } from '#lib/money.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { useWords } from '#words'

const STATUS = {
  open: { tone: 'warning', label: 'talk.waitsForADecision' },
  settled: { tone: 'success', label: 'talk.decided' },
  withdrawn: { tone: 'neutral', label: 'talk.takenBack' },
} as const

function decisionWords(t: Words, { decision, amount, currency }: DisagreementView): string | null {
  if (!decision) return null
  const words = t.say(DECISION_WORDS[decision].label)
  if (amount === null || !isCurrency(currency)) return words
  return t('talk.decisionOfHold', { decision: words, sum: formatMoney({ amount, currency }, t.locale) })
}

/** One disagreement: who asked for what, and how it was decided. `children` is what can be done about it. */
export function DisagreementItem({ view, children }: { view: DisagreementView; children?: ReactNode }) {
  const t = useWords()
  const { openedByName, isOwn, text, status, answer, createdAt, settledAt } = view
  const decision = decisionWords(t, view)
  return (
    <li className="grid gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted-foreground text-sm">
        <Badge tone={STATUS[status].tone} dot>
          {t.say(STATUS[status].label)}
        </Badge>
        <span>
          {isOwn ? t('talk.you') : personName(t, openedByName)} · <Moment at={createdAt} />
        </span>
      </p>
      <p className="max-w-prose whitespace-pre-line break-words">{text}</p>
      {decision && answer && settledAt ? (
        <div className="grid gap-1 rounded-lg bg-muted p-4">
          <p className="font-medium">{decision}</p>
          <p className="max-w-prose whitespace-pre-line break-words">{answer}</p>
          <p className="text-muted-foreground text-xs">
            {t.rich('talk.holdfastMoment', { moment: <Moment at={settledAt} /> })}
          </p>
        </div>
      ) : null}
      {children}
    </li>
  )
}
