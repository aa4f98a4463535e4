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
import type { MessageKey } from '#lib/i18n/messages.ts'
import { type Consent, OBJECTION_TEXT_MAX, type OwnRecovery } from '#lib/objections/model.ts'
import { RECOVERY_REASONS, type RecoveryStatus } from '#lib/recoveries/model.ts'
import { useWords } from '#words'
import { ObjectionState } from './objection-state.tsx'

type Words = { label: MessageKey; tone: Tone; meaning: MessageKey }

/** Where a recovery stands, as whoever it was taken from reads it. */
const STATES: Record<RecoveryStatus, Words> = {
  requested: { label: 'recoveries.underWay', tone: 'info', meaning: 'recoveries.underWayMeaning' },
  owed: {
    label: 'recoveries.owed',
    tone: 'warning',
    meaning: 'recoveries.owedMeaning',
  },
  succeeded: { label: 'recoveries.takenBack', tone: 'neutral', meaning: 'recoveries.takenBackMeaning' },
  failed: { label: 'recoveries.notTaken', tone: 'neutral', meaning: 'recoveries.notTakenMeaning' },
  returned: {
    label: 'recoveries.givenBack',
    tone: 'success',
    meaning: 'recoveries.givenBackMeaning',
  },
}

const LINK = 'text-primary underline decoration-primary/40 underline-offset-4'

function Terms({ consent }: { consent: Consent | null }) {
  const t = useWords()
  if (!consent) return <p>{t('recoveries.noConsentOnRecord')}</p>
  return (
    <p>
      {t.rich('recoveries.allowedBy', {
        version: consent.version,
        on: <DateTime value={consent.acceptedAt} dayOnly />,
        terms: words => (
          <Link href="/onboarding/terms#debits" prefetch={false} className={LINK}>
            {words}
          </Link>
        ),
      })}
    </p>
  )
}

function Objecting({ recoveryId, action }: { recoveryId: string; action: FormAction }) {
  const t = useWords()
  return (
    <details className="rounded-lg border open:p-4">
      <summary className="flex min-h-11 cursor-pointer items-center rounded-lg px-4 font-medium text-sm">
        {t('recoveries.objectToThis')}
      </summary>
      <ActionForm action={action} hidden={{ recoveryId }} once className="pt-3">
        <TextareaField
          name="text"
          label={t('recoveries.whatIsWrong')}
          hint={t('recoveries.whatIsWrongHint', { max: OBJECTION_TEXT_MAX })}
          rows={5}
          maxLength={OBJECTION_TEXT_MAX}
        />
        <SubmitButton variant="secondary" className="justify-self-start" pending={t('recoveries.sending')}>
          {t('recoveries.sendObjection')}
        </SubmitButton>
      </ActionForm>
    </details>
  )
}

type EntryProps = { own: OwnRecovery; isOnOrder: boolean; action: FormAction }

function Entry({ own, isOnOrder, action }: EntryProps) {
  const t = useWords()
  const { recovery, orderTitle, consent, objection, canObject } = own
  const { label, tone, meaning } = STATES[recovery.status]
  return (
    <li className="grid gap-3 py-4 text-sm first:pt-0 last:pb-0">
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Money value={recovery} className="font-medium text-base" />
          <Badge tone={tone} dot>
            {t(label)}
          </Badge>
          <span className="text-muted-foreground text-xs">
            <Moment at={recovery.createdAt} />
          </span>
        </p>
        <p className="font-medium">{t(RECOVERY_REASONS[recovery.reason])}</p>
        {recovery.orderId && !isOnOrder ? (
          <p>
            <Link prefetch={false} href={`/orders/${recovery.orderId}`} className={LINK}>
              {t('recoveries.orderNumber', { number: recovery.orderNumber ?? '', title: orderTitle ?? '' })}
            </Link>
          </p>
        ) : null}
        {recovery.note ? <p className="whitespace-pre-line break-words">“{recovery.note}”</p> : null}
        <p>{t(meaning)}</p>
        {recovery.status === 'owed' && recovery.amountCollected > 0n ? (
          <p>
            {t.rich('recoveries.takenSoFar', {
              amount: <Money value={{ amount: recovery.amountCollected, currency: recovery.currency }} />,
            })}
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
  const t = useWords()
  return (
    <ul aria-label={t('recoveries.ownList')} className="grid divide-y">
      {recoveries.some(({ recovery }) => recovery.status === 'requested') ? <RefreshWhilePending /> : null}
      {recoveries.map(own => (
        <Entry key={own.recovery.id} own={own} isOnOrder={isOnOrder} action={action} />
      ))}
    </ul>
  )
}
