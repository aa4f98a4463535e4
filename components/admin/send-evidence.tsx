import { ActionForm } from '#components/ui/action-form.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { CheckboxField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { useWords } from '#words'

type Props = { action: FormAction; disputeId: string; version: number }

/** Sends what was saved, after a warning: banks read evidence once. */
export function SendEvidence({ action, disputeId, version }: Props) {
  const t = useWords()
  return (
    <ActionForm keep action={action} className="grid gap-4">
      <input type="hidden" name="disputeId" value={disputeId} />
      <input type="hidden" name="version" value={version} />
      <Alert tone="warning" title={t('evidence.onceTitle')}>
        {t('evidence.onceText')}
      </Alert>
      <CheckboxField name="once" label={t('evidence.onceTick')} />
      <SubmitButton pending={t('evidence.sending')}>{t('evidence.sendToBank')}</SubmitButton>
    </ActionForm>
  )
}
