import { ActionForm } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { useWords } from '#words'
import { SubmitOnArrival } from './submit-on-arrival.tsx'

/** Back from the bank's page (`?setup=…`): asks the server what became of the card. A button where no script runs. */
export function FinishCardSetup({ cardSetupId, action }: { cardSetupId: string; action: FormAction }) {
  const t = useWords()
  return (
    <ActionForm action={action} hidden={{ cardSetupId }} once className="mb-6">
      <SubmitOnArrival />
      <SubmitButton className="justify-self-start" pending={t('islands.askingStripeAboutYourCard')}>
        {t('islands.finishSavingTheCard')}
      </SubmitButton>
    </ActionForm>
  )
}
