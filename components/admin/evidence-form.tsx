import { ActionForm } from '#components/ui/action-form.tsx'
import { TextareaField, TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { Evidence } from '#lib/disputes/evidence-model.ts'
import { useWords } from '#words'

type Props = { action: FormAction; disputeId: string; words: Evidence }

/** What the bank will read, filled from the order as far as it tells; kept here until it is sent. */
export function EvidenceForm({ action, disputeId, words }: Props) {
  const t = useWords()
  return (
    <ActionForm action={action} className="grid gap-4">
      <input type="hidden" name="disputeId" value={disputeId} />
      <TextareaField
        name="productDescription"
        label={t('evidence.productDescription')}
        defaultValue={words.productDescription}
        rows={5}
        optional
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="customerName"
          label={t('evidence.customerName')}
          defaultValue={words.customerName}
          optional
        />
        <TextField
          name="customerEmail"
          label={t('evidence.customerEmail')}
          defaultValue={words.customerEmail}
          optional
        />
        <TextField
          name="customerIp"
          label={t('evidence.customerIp')}
          defaultValue={words.customerIp}
          optional
        />
        <TextField
          name="serviceDate"
          label={t('evidence.serviceDate')}
          defaultValue={words.serviceDate}
          optional
        />
      </div>
      <TextareaField
        name="story"
        label={t('evidence.story')}
        hint={t('evidence.storyHint')}
        defaultValue={words.story}
        rows={12}
        optional
      />
      <TextareaField
        name="refundPolicy"
        label={t('evidence.refundPolicy')}
        defaultValue={words.refundPolicy}
        rows={4}
        optional
      />
      <SubmitButton variant="secondary" pending={t('evidence.saving')}>
        {t('evidence.save')}
      </SubmitButton>
    </ActionForm>
  )
}
