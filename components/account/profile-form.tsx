import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField, TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { LANGUAGE_NAMES, LOCALES } from '#lib/i18n/model.ts'
import type { Viewer } from '#lib/users/model.ts'
import { useWords } from '#words'

/** Read on the server, so that what is offered is what is taken; a browser may know other names. */
const ZONES = Intl.supportedValuesOf('timeZone').map(name => ({
  value: name,
  label: name.replaceAll('_', ' '),
}))

const LANGUAGES = LOCALES.map(value => ({ value, label: LANGUAGE_NAMES[value] }))

type Props = { viewer: Pick<Viewer, 'displayName' | 'timeZone'>; action: FormAction }

/** One's name, one's language, and the clock that dates are written by. */
export function ProfileForm({ viewer, action }: Props) {
  const t = useWords()
  return (
    <ActionForm action={action} className="max-w-md">
      <TextField
        name="displayName"
        label={t('ownAccount.name')}
        hint={t('ownAccount.nameHint')}
        defaultValue={viewer.displayName}
        autoComplete="name"
        maxLength={80}
      />
      <SelectField
        name="language"
        label={t('ownAccount.language')}
        hint={t('ownAccount.languageHint')}
        options={LANGUAGES}
        defaultValue={t.locale}
      />
      <SelectField
        name="timeZone"
        label={t('ownAccount.timeZone')}
        hint={t('ownAccount.timeZoneHint')}
        optional
        placeholder={t('ownAccount.timeZoneNone')}
        options={[{ value: 'UTC', label: 'UTC' }, ...ZONES.filter(zone => zone.value !== 'UTC')]}
        defaultValue={viewer.timeZone}
      />
      <SubmitButton variant="secondary" className="justify-self-start" pending={t('ownAccount.saving')}>
        {t('ownAccount.save')}
      </SubmitButton>
    </ActionForm>
  )
}
