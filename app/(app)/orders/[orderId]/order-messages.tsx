import { MessageForm } from '#components/messages/message-form.tsx'
import { Messages } from '#components/messages/messages.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { newRequestKey } from '#lib/ids.ts'
import { isMessageError, MESSAGE_ERRORS } from '#lib/messages/model.ts'
import { listMessages } from '#lib/messages/queries.ts'
import type { Party } from '#lib/orders/model.ts'
import type { Actor } from '#lib/users/model.ts'
import { personName } from '#lib/users/person-name-model.ts'

type Props = {
  actor: Actor
  orderId: string
  other: Party
  /** What came of the message that was just sent, from the address. */
  refused: string | undefined
}

/** The messages of an order, with the form to write one. */
export async function OrderMessages({ actor, orderId, other, refused }: Props) {
  const t = await getWords()
  const messages = await listMessages(actor, orderId)
  return (
    <div className="grid gap-5">
      <Messages orderId={orderId} messages={messages}>
        {t('talk.nothingWrittenYetWhatYou', { displayName: personName(t, other.displayName) })}
      </Messages>
      {isMessageError(refused) ? (
        <Alert role="alert" tone="destructive" title={t('talk.theMessageWasNotSent')}>
          {t.say(MESSAGE_ERRORS[refused].message)}
        </Alert>
      ) : null}
      <div className="border-t pt-5">
        <MessageForm
          orderId={orderId}
          requestKey={newRequestKey()}
          otherName={personName(t, other.displayName)}
        />
      </div>
    </div>
  )
}
