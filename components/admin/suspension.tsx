import { ActionForm } from '#components/ui/action-form.tsx'
import { TextareaField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { KnownUser } from '#lib/users/admin-model.ts'
import { useWords } from '#words'

/** Suspends somebody, or lets them in again; says what it means for what is under way. */
export function Suspension({ user, action }: { user: KnownUser; action: FormAction }) {
  const t = useWords()
  const isSuspended = user.suspendedAt !== null
  return (
    <ActionForm
      key={String(isSuspended)}
      action={action}
      hidden={{ userId: user.userId, suspended: String(!isSuspended) }}
    >
      {isSuspended ? null : (
        <p className="max-w-prose text-sm">{t('console.suspendMeaning', { count: user.openOrders })}</p>
      )}
      <TextareaField name="reason" label={t('console.reasonOfRecord')} rows={2} maxLength={500} />
      <SubmitButton
        variant={isSuspended ? 'secondary' : 'destructive'}
        className="justify-self-start"
        pending={t(isSuspended ? 'console.unsuspending' : 'console.suspending')}
      >
        {t(isSuspended ? 'console.unsuspend' : 'console.suspend')}
      </SubmitButton>
    </ActionForm>
  )
}
