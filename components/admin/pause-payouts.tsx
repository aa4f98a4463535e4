import { ActionForm } from '#components/ui/action-form.tsx'
import { TextareaField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { KnownUser } from '#lib/users/admin-model.ts'
import { useWords } from '#words'

type Props = { userId: string; payouts: NonNullable<KnownUser['payouts']>; action: FormAction | null }

/** Stops a contractor's payouts, or lets them go on; the form is for those who may. */
export function PausePayouts({ userId, payouts, action }: Props) {
  const t = useWords()
  const { isPaused, isChanging } = payouts
  return (
    <div className="grid grid-cols-1 gap-4">
      <p className="font-medium">
        {t(isPaused ? 'console.payoutsPaused' : 'console.payoutsRun')}
        {isChanging ? ` ${t('console.payoutsChanging')}` : null}
      </p>
      {action ? (
        <ActionForm key={String(isPaused)} action={action} hidden={{ userId, paused: String(!isPaused) }}>
          <p className="max-w-prose text-sm">
            {t(isPaused ? 'console.resumeMeaning' : 'console.pauseMeaning')}
          </p>
          <TextareaField name="reason" label={t('console.reasonOfRecord')} rows={2} maxLength={500} />
          <SubmitButton
            variant="secondary"
            className="justify-self-start"
            pending={t(isPaused ? 'console.resuming' : 'console.pausing')}
          >
            {t(isPaused ? 'console.resumePayouts' : 'console.pausePayouts')}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  )
}
