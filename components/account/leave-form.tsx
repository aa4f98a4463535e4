import { ActionForm } from '#components/ui/action-form.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { CheckboxField, TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { OBSTACLES, type Obstacle } from '#lib/leaving/model.ts'
import { useWords } from '#words'

/** Ends the account for good; or says what has to come to an end first. */
export function LeaveForm({ obstacles, action }: { obstacles: Obstacle[]; action: FormAction }) {
  const t = useWords()
  if (obstacles.length > 0) {
    return (
      <Alert tone="info" title={t('leaving.notYetTitle')}>
        <ul className="grid list-disc gap-1 pl-5">
          {obstacles.map(obstacle => (
            <li key={obstacle}>{t(OBSTACLES[obstacle])}</li>
          ))}
        </ul>
      </Alert>
    )
  }
  return (
    <ActionForm action={action} className="max-w-md">
      <p className="text-sm">{t('leaving.deleteWhat')}</p>
      <TextField
        name="password"
        label={t('ownAccount.password')}
        type="password"
        autoComplete="current-password"
      />
      <CheckboxField name="sure" label={t('leaving.sure')} />
      <SubmitButton variant="destructive" className="justify-self-start" pending={t('leaving.deleting')}>
        {t('leaving.deleteIt')}
      </SubmitButton>
    </ActionForm>
  )
}
