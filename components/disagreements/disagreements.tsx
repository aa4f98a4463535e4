import { ActionForm } from '#components/ui/action-form.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { TextareaField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { DisagreementView } from '#lib/disagreements/model.ts'
import { useWords } from '#words'
import { DisagreementItem } from './disagreement-item.tsx'

type Props = {
  orderId: string
  otherName: string
  disagreements: DisagreementView[]
  openAction: FormAction
  withdrawAction: FormAction
}

/** On the parties' page of an order: what they disagree about, and the way to ask for a decision. */
export function Disagreements({ orderId, otherName, disagreements, openAction, withdrawAction }: Props) {
  const t = useWords()
  const isOpen = disagreements.some(({ status }) => status === 'open')
  return (
    <div className="grid gap-5">
      {disagreements.length > 0 ? (
        <ul className="grid gap-6">
          {disagreements.map(view => (
            <DisagreementItem key={view.id} view={view}>
              {view.isOwn && view.status === 'open' ? <Withdraw view={view} action={withdrawAction} /> : null}
            </DisagreementItem>
          ))}
        </ul>
      ) : null}
      {isOpen ? (
        <p className="max-w-prose text-muted-foreground">{t('talk.untilItIsDecidedNothing')}</p>
      ) : (
        <>
          <p className="max-w-prose text-muted-foreground">
            {t('talk.writeToOthernameFirstMost', { otherName })}
          </p>
          <OpenDisagreement orderId={orderId} otherName={otherName} action={openAction} />
        </>
      )}
    </div>
  )
}

function OpenDisagreement({
  orderId,
  otherName,
  action,
}: {
  orderId: string
  otherName: string
  action: FormAction
}) {
  const t = useWords()
  return (
    <Dialog
      trigger={t('talk.askHoldfastToDecide')}
      variant="secondary"
      className="justify-self-start"
      title={t('talk.askHoldfastToDecide2')}
      description={t('talk.othernameReadsWhatYouWrite', { otherName })}
    >
      <ActionForm action={action} hidden={{ orderId }}>
        <TextareaField
          name="text"
          label={t('talk.whatDoYouDisagreeAbout')}
          hint={t('talk.whatWasAgreedWhatHappened')}
          maxLength={4000}
        />
        <SubmitButton pending={t('talk.sending')}>{t('talk.openADisagreement')}</SubmitButton>
      </ActionForm>
    </Dialog>
  )
}

function Withdraw({ view, action }: { view: DisagreementView; action: FormAction }) {
  const t = useWords()
  return (
    <ActionForm action={action} hidden={{ disagreementId: view.id, orderId: view.orderId }}>
      <SubmitButton variant="secondary" className="justify-self-start" pending={t('talk.oneMoment')}>
        {t('talk.weHaveAgreedTakeIt')}
      </SubmitButton>
    </ActionForm>
  )
}
