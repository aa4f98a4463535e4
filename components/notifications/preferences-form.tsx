import { Lock } from 'lucide-react'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Card } from '#components/ui/card.tsx'
import { CheckboxField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { CHOSEN_GROUPS, type ChosenGroup, type Preferences } from '#lib/preferences/model.ts'
import { GROUP_WORDS } from './group-words.ts'

type Props = { preferences: Preferences; action: FormAction }

/** For each group of notifications two boxes; what cannot be turned off says so. */
export function PreferencesForm({ preferences, action }: Props) {
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
      <SubmitButton className="justify-self-start" pending="Saving…">
        Save
      </SubmitButton>
    </ActionForm>
  )
}

/** What every admin, and nobody else, is told is of this sort too. */
export function Always() {
  return (
    <li className="grid gap-3 px-5 py-4 sm:grid-cols-[1fr_auto] sm:items-center sm:px-6">
      <About group="money" />
      <p className="flex items-center gap-2 text-muted-foreground text-sm">
        <Lock aria-hidden className="size-4 shrink-0" /> Always on, in the app and by e-mail
      </p>
    </li>
  )
}

function About({ group }: { group: keyof typeof GROUP_WORDS }) {
  const { name, what } = GROUP_WORDS[group]
  return (
    <div className="grid gap-0.5">
      <h2 id={`group-${group}`} className="font-medium text-base">
        {name}
      </h2>
      <p className="max-w-prose text-muted-foreground text-sm">{what}</p>
    </div>
  )
}

type GroupProps = { group: ChosenGroup; preference: Preferences[ChosenGroup] }

function Group({ group, preference }: GroupProps) {
  return (
    <li className="grid gap-3 px-5 py-4 sm:grid-cols-[1fr_auto] sm:items-center sm:px-6">
      <About group={group} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out beside its heading, which names it */}
      <div role="group" aria-labelledby={`group-${group}`} className="flex gap-6">
        <CheckboxField name={`${group}.inApp`} label="In the app" defaultChecked={preference.inApp} />
        <CheckboxField name={`${group}.email`} label="E-mail" defaultChecked={preference.email} />
      </div>
    </li>
  )
}
