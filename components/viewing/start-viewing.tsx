import { ActionForm } from '#components/ui/action-form.tsx'
import { TextareaField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { VIEWING_MINUTES } from '#lib/viewing/model.ts'
import { useWords } from '#words'

/** Lets an admin look at somebody's pages as these see them; says what that is and that it is kept. */
export function StartViewing({ userId, action }: { userId: string; action: FormAction }) {
  const t = useWords()
  return (
    <ActionForm action={action} hidden={{ userId }}>
      <p className="max-w-prose text-sm">{t('viewing.meaning', { minutes: VIEWING_MINUTES })}</p>
      <TextareaField name="reason" label={t('console.reasonOfRecord')} rows={2} maxLength={500} />
      <SubmitButton variant="secondary" className="justify-self-start" pending={t('viewing.starting')}>
        {t('viewing.start')}
      </SubmitButton>
    </ActionForm>
  )
}
