import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField, TextareaField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { formatMoney, toDecimal } from '#lib/money.ts'
import { INSTRUMENT_WORDS, RECOVERY_REASONS } from '#lib/recoveries/model.ts'
import { useWords } from '#words'
import type { JudgedRecovery } from './recovery-choice.ts'
import type { RecoverySectionProps } from './recovery-section.tsx'

type Props = RecoverySectionProps & { judged: Extract<JudgedRecovery, { ok: true }> }

/** The second step sends exactly what was shown: the instrument is settled, not chosen anew. */
export function RecoveryConfirm({ contractor, choice, limits, judged, requestKey, action }: Props) {
  const t = useWords()
  const reasons = Object.entries(RECOVERY_REASONS).map(([value, label]) => ({ value, label: t(label) }))
  const sum = { amount: judged.amount, currency: limits.currency }
  return (
    <ActionForm
      keep
      action={action}
      requestKey={requestKey}
      hidden={{
        contractorId: contractor.userId,
        orderId: choice.orderId ?? '',
        amount: toDecimal(sum),
        currency: limits.currency,
        instrument: judged.instrument,
      }}
    >
      <p>
        {t.rich('moves.howIs', {
          how: t(INSTRUMENT_WORDS[judged.instrument]),
          b: words => <strong>{words}</strong>,
        })}
      </p>
      <SelectField
        name="reason"
        label={t('moves.reason')}
        placeholder={t('moves.chooseReason')}
        options={reasons}
        className="max-w-sm"
      />
      <TextareaField
        name="note"
        label={t('moves.note')}
        hint={t('moves.noteHint')}
        optional
        rows={2}
        maxLength={500}
      />
      <SubmitButton variant="destructive" className="justify-self-start" pending={t('moves.recovering')}>
        {t('moves.recoverSum', { sum: formatMoney(sum, t.locale) })}
      </SubmitButton>
    </ActionForm>
  )
}
