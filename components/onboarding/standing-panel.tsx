import { CircleCheck, CircleDashed } from 'lucide-react'
import { Alert } from '#components/ui/alert.tsx'
import { Card, CardContent, CardHeader, CardTitle } from '#components/ui/card.tsx'
import { Progress } from '#components/ui/progress.tsx'
import type { PersonalKind } from '#lib/onboarding/document-model.ts'
import type { Standing, Step, ToDo } from '#lib/onboarding/model.ts'
import { ToDoList } from './to-do-list.tsx'

const HEADLINES: Record<Standing, string> = {
  not_open: 'Your account at Stripe is being opened',
  action_needed: 'There are steps left to do',
  checking: 'Stripe is checking what you sent',
  verified: 'You are verified',
  blocked: 'Your account is on hold',
}

const DOCUMENT_NAMES: Record<PersonalKind, string> = {
  identity: 'identity document',
  additional: 'additional document',
}

export type StandingPanelProps = {
  standing: Standing
  steps: Step[]
  toDo: ToDo
  blocked: string | null
  missingDocuments: PersonalKind[]
  chargesEnabled: boolean
  payoutsEnabled: boolean
  payable: boolean
  fresh: boolean
}

function missingSentence(missing: PersonalKind[]): string | null {
  if (missing.length === 0) return null
  const names = missing.map(kind => DOCUMENT_NAMES[kind]).join(' and your ')
  return `You are not verified until both documents are with Stripe. Still missing: your ${names}.`
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
  const { standing, steps, missingDocuments } = props
  const done = steps.filter(step => step.state === 'done' || step.state === 'checking').length
  const missing = missingSentence(missingDocuments)
  return (
    <Card aria-labelledby="standing-title">
      <CardHeader>
        <CardTitle id="standing-title">
          <span role="status">{HEADLINES[standing]}</span>
        </CardTitle>
        <Progress label="Steps given to Stripe" value={done} max={steps.length} className="max-w-md">
          {done} of {steps.length} steps given to Stripe
        </Progress>
      </CardHeader>
      <CardContent className="grid gap-5">
        {props.blocked ? <Alert tone="destructive">{props.blocked}</Alert> : null}
        {props.fresh ? null : (
          <Alert tone="warning" role="status">
            Stripe did not answer just now. This is what it said last; the page asks again when you reload it.
          </Alert>
        )}
        {missing ? <Alert tone="warning">{missing}</Alert> : null}
        <ul className="grid gap-2">
          <Ability
            on={props.chargesEnabled}
            yes="Payments are switched on."
            no="Payments are not switched on yet."
          />
          <Ability
            on={props.payoutsEnabled}
            yes="Payouts are switched on."
            no="Payouts are not switched on yet."
          />
          <Ability
            on={props.payable}
            yes="Employers can order from you."
            no="Employers cannot order from you yet."
          />
        </ul>
        <ToDoList toDo={props.toDo} />
      </CardContent>
    </Card>
  )
}
