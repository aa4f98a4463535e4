import { Field, fieldAria } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { Textarea } from '#components/ui/textarea.tsx'
import { useWords } from '#words'

type Props = { orderId: string; requestKey: string; otherName: string }

/** A message with files. Posted as it is, so it works without JavaScript too. */
export function MessageForm({ orderId, requestKey, otherName }: Props) {
  const t = useWords()
  const files = { id: 'message-files', hint: t('talk.upToFiveOf10') }
  return (
    <form
      method="post"
      action={`/api/orders/${orderId}/messages`}
      encType="multipart/form-data"
      className="grid gap-4"
    >
      <input type="hidden" name="requestKey" value={requestKey} />
      <Field id="message-text" label={t('talk.writeToOthername', { otherName })}>
        <Textarea id="message-text" name="text" required maxLength={4000} rows={3} />
      </Field>
      <Field {...files} label={t('talk.files')} optional>
        <Input type="file" name="files" multiple className="h-auto py-2" {...fieldAria(files)} />
      </Field>
      <SubmitButton variant="secondary" className="justify-self-start" pending={t('talk.sending')}>
        {t('talk.send')}
      </SubmitButton>
    </form>
  )
}
