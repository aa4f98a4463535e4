import Link from 'next/link'
import { ActionForm } from '#components/ui/action-form.tsx'
import { TextareaField } from '#components/ui/form-fields.tsx'
import { Money } from '#components/ui/money.tsx'
import { RadioGroupField } from '#components/ui/radio-group-field.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { type AdminObjection, ANSWER_WORDS, ANSWERS, OBJECTION_TEXT_MAX } from '#lib/objections/model.ts'
import { RECOVERY_REASONS } from '#lib/recoveries/model.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { useWords } from '#words'
import { ObjectionState } from './objection-state.tsx'

const LINK = 'text-primary underline decoration-primary/40 underline-offset-4'

function Answering({ objection, isOfDispute, action }: AdminObjection & { action: FormAction }) {
  const t = useWords()
  const choices = ANSWERS.map(value => {
    const isHeldByBank = value === 'upheld' && isOfDispute
    const hint = isHeldByBank ? t('recoveries.heldByBank') : t(ANSWER_WORDS[value].hint)
    return { value, label: t(ANSWER_WORDS[value].label), hint, disabled: isHeldByBank }
  })
  return (
    <ActionForm action={action} hidden={{ objectionId: objection.id }} once>
      <RadioGroupField name="decision" legend={t('recoveries.whatHappens')} choices={choices} />
      <TextareaField
        name="answer"
        label={t('recoveries.answer')}
        hint={t('recoveries.answerHint')}
        rows={4}
        maxLength={OBJECTION_TEXT_MAX}
      />
      <SubmitButton variant="secondary" className="justify-self-start" pending={t('recoveries.answering')}>
        {t('recoveries.sendAnswer')}
      </SubmitButton>
    </ActionForm>
  )
}

function Entry({ one, action }: { one: AdminObjection; action: FormAction | null }) {
  const { objection, recovery, contractor } = one
  const t = useWords()
  const parts = {
    amount: <Money value={recovery} className="font-medium text-base" />,
    contractor: (
      <Link prefetch={false} href={`/admin/contractors/${contractor.userId}#recoveries`} className={LINK}>
        {personName(t, contractor.displayName)}
      </Link>
    ),
  }
  return (
    <li className="grid gap-3 py-5 first:pt-0 last:pb-0">
      <div className="grid gap-1 text-sm">
        <p>
          {recovery.orderId
            ? t.rich('recoveries.fromContractorForOrder', {
                ...parts,
                number: recovery.orderNumber ?? '',
                order: words => (
                  <Link prefetch={false} href={`/admin/orders/${recovery.orderId}`} className={LINK}>
                    {words}
                  </Link>
                ),
              })
            : t.rich('recoveries.fromContractor', parts)}
        </p>
        <p className="text-muted-foreground">
          {t(RECOVERY_REASONS[recovery.reason])} · {recovery.createdByName ?? t('recoveries.byItself')}
        </p>
      </div>
      <ObjectionState objection={objection} />
      {objection.status === 'open' && action ? <Answering {...one} action={action} /> : null}
    </li>
  )
}

type Props = { objections: AdminObjection[]; action: FormAction | null }

/** Objections with what each is against; one that is open has the form to answer it, for whoever may. */
export function ObjectionList({ objections, action }: Props) {
  const t = useWords()
  return (
    <ul aria-label={t('recoveries.objections')} className="grid divide-y">
      {objections.map(one => (
        <Entry key={one.objection.id} one={one} action={action} />
      ))}
    </ul>
  )
}
