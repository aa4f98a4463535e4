import { Button } from '#components/ui/button.tsx'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { useWords } from '#words'

/** Asks for the password and sends everything as a file. Posted as it is: the answer is the download, and the page stays. */
export function ExportForm({ refusal }: { refusal: string | null }) {
  const t = useWords()
  const field = { id: 'export-password', error: refusal ?? undefined }
  return (
    <form
      method="post"
      action="/api/account/export"
      encType="multipart/form-data"
      className="grid max-w-md gap-5"
    >
      <p className="text-sm">{t('leaving.exportWhat')}</p>
      <Field {...field} label={t('ownAccount.password')}>
        <Input
          type="password"
          name="password"
          required
          autoComplete="current-password"
          {...fieldAria(field)}
        />
      </Field>
      <Button type="submit" variant="secondary" className="justify-self-start">
        {t('leaving.download')}
      </Button>
    </form>
  )
}
