import { CircleCheck, CircleDashed } from 'lucide-react'
import { Alert } from '#components/ui/alert.tsx'
import { Card, CardContent, CardHeader, CardTitle } from '#components/ui/card.tsx'
import { Progress } from '#components/ui/progress.tsx'
import type { MessageKey } from '#lib/i18n/messages.ts'
import type { PersonalKind } from '#lib/onboarding/document-model.ts'
import type { Standing, Step, ToDo } from '#lib/onboarding/model.ts'
import { useWords } from '#words'
import { ToDoList } from './to-do-list.tsx'

const HEADLINES: Record<Standing, MessageKey> = {
  not_open: 'verifying.beingOpened',
  action_needed: 'verifying.stepsLeft',
  checking: 'verifying.checkingSent',
  verified: 'verifying.verified',
  blocked: 'verifying.onHold',
}

export type StandingPanelProps = {
  standing: Standing
  steps: Step[]
  toDo: ToDo
  blocked: MessageKey | null
  missingDocuments: PersonalKind[]
  chargesEnabled: boolean
  payoutsEnabled: boolean
  payable: boolean
  fresh: boolean
}

function missingSentence(missing: PersonalKind[]): MessageKey | null {
  const [first] = missing
  if (missing.length > 1) return 'verifying.missingBoth'
  if (!first) return null
  return first === 'identity' ? 'verifying.missingIdentity' : 'verifying.missingAdditional'
}

function Ability({ on, yes, no }: { on: boolean; yes: string; no: string }) {
  const Icon = on ? CircleCheck : CircleDashed
  return (
    <li className="flex items-start gap-2.5 text-sm">
      <Icon
        aria-hidden
        className={`mt-0.5 size-4.5 shrink-0 ${on ? 'text-success' : 'text-muted-foreground'}`}
      />
      {on ? yes : no}
    </li>
  )
}

/** The result of it all: what is open, what Stripe is doing, and what the contractor can do by now. */
export function StandingPanel(props: StandingPanelProps) {
  const t = useWords()
  const { standing, steps, missingDocuments } = props
  const done = steps.filter(step => step.state === 'done' || step.state === 'checking').length
  const missing = missingSentence(missingDocuments)
  return (
    <Card aria-labelledby="standing-title">
      <CardHeader>
        <CardTitle id="standing-title">
          <span role="status">{t(HEADLINES[standing])}</span>
        </CardTitle>
        <Progress label={t('verifying.stepsGiven')} value={done} max={steps.length} className="max-w-md">
          {t('verifying.stepsGivenOf', { done, all: steps.length })}
        </Progress>
      </CardHeader>
      <CardContent className="grid gap-5">
        {props.blocked ? <Alert tone="destructive">{t(props.blocked)}</Alert> : null}
        {props.fresh ? null : (
          <Alert tone="warning" role="status">
            {t('verifying.notFresh')}
          </Alert>
        )}
        {missing ? (
          <Alert tone="warning">
            <p className="max-w-prose">{t(missing)}</p>
          </Alert>
        ) : null}
        <ul className="grid gap-2">
          <Ability
            on={props.chargesEnabled}
            yes={t('verifying.paymentsOn')}
            no={t('verifying.paymentsOff')}
          />
          <Ability on={props.payoutsEnabled} yes={t('verifying.payoutsOn')} no={t('verifying.payoutsOff')} />
          <Ability on={props.payable} yes={t('verifying.ordersOn')} no={t('verifying.ordersOff')} />
        </ul>
        <ToDoList toDo={props.toDo} />
      </CardContent>
    </Card>
  )
}
