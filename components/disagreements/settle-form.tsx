import { ActionForm } from '#components/ui/action-form.tsx'
import { TextareaField, TextField } from '#components/ui/form-fields.tsx'
import { RadioGroupField } from '#components/ui/radio-group-field.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { DECISION_WORDS, DECISIONS, type DisagreementView } from '#lib/disagreements/model.ts'
import { formatMoney, type Money } from '#lib/money.ts'
import { useWords } from '#words'

type Props = {
  view: DisagreementView
  /** What is held now; null when nothing is. */
  held: Money | null
  action: FormAction
}

/** An admin's decision. Money can only be paid or released while it is held; what was paid is refunded further up the page. */
export function SettleForm({ view, held, action }: Props) {
  const t = useWords()
  const choices = DECISIONS.map(value => ({
    value,
    label: t.say(DECISION_WORDS[value].label),
    hint: t.say(DECISION_WORDS[value].meaning),
    disabled: value !== 'none' && held === null,
  }))
  return (
    <ActionForm action={action} hidden={{ disagreementId: view.id, orderId: view.orderId }}>
      <RadioGroupField
        name="decision"
        legend={
          held
            ? t('talk.whatHappensToTheAmount', { amount: formatMoney(held, t.locale) })
            : t('talk.noMoneyIsHeldNow')
        }
        choices={choices}
        defaultValue={held ? undefined : 'none'}
      />
      {held ? (
        <TextField
          name="amount"
          label={t('talk.amountToPayInCurrency', { currency: held.currency.toUpperCase() })}
          hint={t('talk.emptyForAllOfIt')}
          optional
          inputMode="decimal"
          autoComplete="off"
          className="max-w-60"
        />
      ) : null}
      <TextareaField
        name="answer"
        label={t('talk.why')}
        hint={t('talk.bothPartiesReadIt')}
        maxLength={4000}
      />
      <SubmitButton className="justify-self-start" pending={t('talk.deciding')}>
        {t('talk.decide')}
      </SubmitButton>
    </ActionForm>
  )
}
