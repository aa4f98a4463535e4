import { Alert } from '#components/ui/alert.tsx'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { useWords } from '#words'
import { Cover } from './cover.tsx'

type Props = { listingId: string; coverUrl: string | null; refusal: string | null; isSaved: boolean }

/** The listing's picture and a file to take its place. Posted as it is, so it works without JavaScript too. */
export function CoverForm({ listingId, coverUrl, refusal, isSaved }: Props) {
  const t = useWords()
  const field = { id: 'cover', hint: t('work.coverHint'), error: refusal ?? undefined }
  return (
    <form
      method="post"
      action={`/api/listings/${listingId}/cover`}
      encType="multipart/form-data"
      className="grid gap-4"
    >
      {isSaved ? (
        <Alert role="status" tone="success">
          {t('work.thePictureIsSaved')}
        </Alert>
      ) : null}
      <Cover url={coverUrl} className="max-w-md" eager />
      <Field {...field} label={t('work.picture')}>
        <Input
          type="file"
          name="cover"
          accept="image/jpeg,image/png,image/webp"
          required
          className="h-auto py-2"
          {...fieldAria(field)}
        />
      </Field>
      <SubmitButton variant="secondary" className="justify-self-start" pending={t('work.sendingThePicture')}>
        {coverUrl ? t('work.changeThePicture') : t('work.addThePicture')}
      </SubmitButton>
    </form>
  )
}
