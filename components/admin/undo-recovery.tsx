import { ActionForm } from '#components/ui/action-form.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { TextareaField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { formatMoney } from '#lib/money.ts'
import type { RecoveryView } from '#lib/recoveries/model.ts'
import { useWords } from '#words'

/** Gives back what was taken by mistake; says what goes and what is forgiven before. */
export function UndoRecovery({ recovery, action }: { recovery: RecoveryView; action: FormAction }) {
  const t = useWords()
  const { id, amount, amountCollected, currency } = recovery
  const sum = (minor: bigint) => formatMoney({ amount: minor, currency }, t.locale)
  const owed = amount - amountCollected
  const goes = t('recoveries.undoGoes', { sum: sum(amountCollected) })
  return (
    <Dialog
      trigger={t('recoveries.undo')}
      variant="secondary"
      size="sm"
      title={t('recoveries.undoTitle', { sum: sum(amount) })}
      description={owed > 0n ? `${goes} ${t('recoveries.undoForgives', { sum: sum(owed) })}` : goes}
    >
      <ActionForm action={action} hidden={{ recoveryId: id }}>
        <TextareaField name="reason" label={t('console.reasonOfRecord')} rows={2} maxLength={500} />
        <SubmitButton pending={t('recoveries.undoing')}>
          {t('recoveries.undoSum', { sum: sum(amount) })}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  )
}
