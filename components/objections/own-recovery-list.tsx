import Link from 'next/link'
import { Moment } from '#components/orders/moment.tsx'
import { RefreshWhilePending } from '#components/orders/refresh-while-pending.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge, type Tone } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { TextareaField } from '#components/ui/form-fields.tsx'
import { Money } from '#components/ui/money.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { type Consent, OBJECTION_TEXT_MAX, type OwnRecovery } from '#lib/objections/model.ts'
import { RECOVERY_REASONS, type RecoveryStatus } from '#lib/recoveries/model.ts'
import { ObjectionState } from './objection-state.tsx'

type Words = { label: string; tone: Tone; meaning: string }

/** Where a recovery stands, as whoever it was taken from reads it. */
const STATES: Record<RecoveryStatus, Words> = {
  requested: { label: 'Under way', tone: 'info', meaning: 'Stripe has not answered yet.' },
  owed: {
    label: 'Owed',
    tone: 'warning',
    meaning: 'It is taken from your balance by itself, as soon as that allows.',
  },
  succeeded: { label: 'Taken back', tone: 'neutral', meaning: 'It was taken from your balance.' },
  failed: { label: 'Not taken', tone: 'neutral', meaning: 'Nothing was taken from you.' },
  returned: {
    label: 'Given back',
    tone: 'success',
    meaning: 'What was taken is sent to you again, and nothing of it is owed.',
  },
}

const LINK = 'text-primary underline decoration-primary/40 underline-offset-4'

function Terms({ consent }: { consent: Consent | null }) {
  if (!consent) return <p>No consent of yours is on record from before. Say so in an objection.</p>
  return (
    <p>
      Allowed by{' '}
      <Link href="/onboarding/terms#debits" prefetch={false} className={LINK}>
        our right to debit your balance
      </Link>{' '}
      in the contractor terms, version {consent.version}, which you accepted on{' '}
      <DateTime value={consent.acceptedAt} dayOnly />.
    </p>
  )
}

function Objecting({ recoveryId, action }: { recoveryId: string; action: FormAction }) {
  return (
    <details className="rounded-lg border open:p-4">
      <summary className="flex min-h-11 cursor-pointer items-center rounded-lg px-4 font-medium text-sm">
        Object to this
      </summary>
      <ActionForm action={action} hidden={{ recoveryId }} once className="pt-3">
        <TextareaField
          name="text"
          label="What is wrong with it"
          hint={`An admin reads it and answers. You can object once; up to ${OBJECTION_TEXT_MAX} characters.`}
          rows={5}
          maxLength={OBJECTION_TEXT_MAX}
        />
        <SubmitButton variant="secondary" className="justify-self-start" pending="Sending…">
          Send the objection
        </SubmitButton>
      </ActionForm>
    </details>
  )
}

type EntryProps = { own: OwnRecovery; isOnOrder: boolean; action: FormAction }

function Entry({ own, isOnOrder, action }: EntryProps) {
  const { recovery, orderTitle, consent, objection, canObject } = own
  const { label, tone, meaning } = STATES[recovery.status]
  return (
    <li className="grid gap-3 py-4 text-sm first:pt-0 last:pb-0">
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Money value={recovery} className="font-medium text-base" />
          <Badge tone={tone} dot>
            {label}
          </Badge>
          <span className="text-muted-foreground text-xs">
            <Moment at={recovery.createdAt} />
          </span>
        </p>
        <p className="font-medium">{RECOVERY_REASONS[recovery.reason]}</p>
        {recovery.orderId && !isOnOrder ? (
          <p>
            <Link href={`/orders/${recovery.orderId}`} className={LINK}>
              Order #{recovery.orderNumber} {orderTitle}
            </Link>
          </p>
        ) : null}
        {recovery.note ? <p className="whitespace-pre-line break-words">“{recovery.note}”</p> : null}
        <p>{meaning}</p>
        {recovery.status === 'owed' && recovery.amountCollected > 0n ? (
          <p>
            <Money value={{ amount: recovery.amountCollected, currency: recovery.currency }} /> of it was
            taken so far.
          </p>
        ) : null}
        <Terms consent={consent} />
      </div>
      {objection ? <ObjectionState objection={objection} /> : null}
      {canObject ? <Objecting recoveryId={recovery.id} action={action} /> : null}
    </li>
  )
}

/** `isOnOrder`: the page is the order's own, which needs no link to it. */
type ListProps = { recoveries: OwnRecovery[]; isOnOrder?: boolean; action: FormAction }

/** What was taken back from a contractor: why, for which order, by which terms, and what they said against it. */
export function OwnRecoveryList({ recoveries, isOnOrder = false, action }: ListProps) {
  return (
    <ul aria-label="Taken back" className="grid divide-y">
      {recoveries.some(({ recovery }) => recovery.status === 'requested') ? <RefreshWhilePending /> : null}
      {recoveries.map(own => (
        <Entry key={own.recovery.id} own={own} isOnOrder={isOnOrder} action={action} />
      ))}
    </ul>
  )
}
