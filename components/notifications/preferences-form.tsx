import { Lock } from 'lucide-react'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Card } from '#components/ui/card.tsx'
import { CheckboxField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { CHOSEN_GROUPS, type ChosenGroup, type Preferences } from '#lib/preferences/model.ts'
import { useWords } from '#words'
import { GROUP_WORDS } from './group-words.ts'

type Props = { preferences: Preferences; action: FormAction }

/** For each group of notifications two boxes; what cannot be turned off says so. */
export function PreferencesForm({ preferences, action }: Props) {
  const t = useWords()
  return (
    <ActionForm action={action}>
      <Card>
        <ul className="divide-y">
          <Always />
          {CHOSEN_GROUPS.map(group => (
            <Group key={group} group={group} preference={preferences[group]} />
          ))}
        </ul>
      </Card>
      <SubmitButton className="justify-self-start" pending={t('preferences.saving')}>
        {t('preferences.save')}
      </SubmitButton>
    </ActionForm>
  )
}

/** What every admin, and nobody else, is told is of this sort too. */
export function Always() {
  const t = useWords()
  return (
    <li className="grid gap-3 px-5 py-4 sm:grid-cols-[1fr_auto] sm:items-center sm:px-6">
      <About group="money" />
      <p className="flex items-center gap-2 text-muted-foreground text-sm">
        <Lock aria-hidden className="size-4 shrink-0" /> {t('preferences.always')}
      </p>
    </li>
  )
}

function About({ group }: { group: keyof typeof GROUP_WORDS }) {
  const t = useWords()
  const { name, what } = GROUP_WORDS[group]
  return (
    <div className="grid gap-0.5">
      <h2 id={`group-${group}`} className="font-medium text-base">
        {t(name)}
      </h2>
      <p className="max-w-prose text-muted-foreground text-sm">{t(what)}</p>
    </div>
  )
}

type GroupProps = { group: ChosenGroup; preference: Preferences[ChosenGroup] }

function Group({ group, preference }: GroupProps) {
  const t = useWords()
  return (
    <li className="grid gap-3 px-5 py-4 sm:grid-cols-[1fr_auto] sm:items-center sm:px-6">
      <About group={group} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out beside its heading, which names it */}
      <div role="group" aria-labelledby={`group-${group}`} className="flex gap-6">
        <CheckboxField
          name={`${group}.inApp`}
          label={t('preferences.inApp')}
          defaultChecked={preference.inApp}
        />
        <CheckboxField
          name={`${group}.email`}
          label={t('preferences.email')}
          defaultChecked={preference.email}
        />
      </div>
    </li>
  )
}
