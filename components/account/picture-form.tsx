import { ActionForm } from '#components/ui/action-form.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { useWords } from '#words'

type Props = { name: string; url: string | null; refusal: string | null; remove: FormAction }

/** One's picture and a file to take its place. Posted as it is, so it works without JavaScript too. */
export function PictureForm({ name, url, refusal, remove }: Props) {
  const t = useWords()
  const field = { id: 'picture', hint: t('ownAccount.pictureHint'), error: refusal ?? undefined }
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
      <Avatar name={name} url={url} className="size-20 text-2xl" />
      <div className="grid min-w-0 max-w-md flex-1 basis-64 gap-4">
        <form
          method="post"
          action="/api/account/picture"
          encType="multipart/form-data"
          className="grid gap-4"
        >
          <Field {...field} label={t('ownAccount.picture')}>
            <Input
              type="file"
              name="picture"
              accept="image/jpeg,image/png,image/webp"
              required
              className="h-auto py-2"
              {...fieldAria(field)}
            />
          </Field>
          <SubmitButton variant="secondary" className="justify-self-start" pending={t('ownAccount.sending')}>
            {url ? t('ownAccount.changePicture') : t('ownAccount.addPicture')}
          </SubmitButton>
        </form>
        {url ? (
          <ActionForm action={remove}>
            <SubmitButton variant="link" size="inline" className="justify-self-start">
              {t('ownAccount.removePicture')}
            </SubmitButton>
          </ActionForm>
        ) : null}
      </div>
    </div>
  )
}
