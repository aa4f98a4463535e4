import { ActionForm } from '#components/ui/action-form.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { TextareaField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { DisagreementView } from '#lib/disagreements/model.ts'
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
        <p className="max-w-prose text-muted-foreground">
          Until it is decided, nothing is approved or released by itself. You can both still do so; the hold
          ends when it ends.
        </p>
      ) : (
        <>
          <p className="max-w-prose text-muted-foreground">
            Write to {otherName} first: most things are settled between the two of you. If not, we decide by
            what is written on this page.
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
  return (
    <Dialog
      trigger="Ask Holdfast to decide…"
      variant="secondary"
      className="justify-self-start"
      title="Ask Holdfast to decide?"
      description={`${otherName} reads what you write, and so do we. What you wrote to each other, with its files, is looked at as well.`}
    >
      <ActionForm action={action} hidden={{ orderId }}>
        <TextareaField
          name="text"
          label="What do you disagree about?"
          hint="What was agreed, what happened instead, and what you ask for."
          maxLength={4000}
        />
        <SubmitButton pending="Sending…">Open a disagreement</SubmitButton>
      </ActionForm>
    </Dialog>
  )
}

function Withdraw({ view, action }: { view: DisagreementView; action: FormAction }) {
  return (
    <ActionForm action={action} hidden={{ disagreementId: view.id, orderId: view.orderId }}>
      <SubmitButton variant="secondary" className="justify-self-start" pending="One moment…">
        We have agreed: take it back
      </SubmitButton>
    </ActionForm>
  )
}
