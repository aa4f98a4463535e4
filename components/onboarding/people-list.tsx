import type { ReactNode } from 'react'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { MessageKey } from '#lib/i18n/messages.ts'
import type { Step } from '#lib/onboarding/model.ts'
import { useWords } from '#words'
import type { Role } from './person-form.tsx'

const ROLE_NAMES: Record<Role, MessageKey> = {
  representative: 'verifying.representative',
  owner: 'verifying.owner',
  director: 'verifying.director',
  executive: 'verifying.executive',
}

export type ListedPerson = {
  stripePersonId: string
  name: string
  roles: Role[]
  needs: string[]
  problems: Step['problems']
  /** The form to change them, and those for their documents. */
  form: ReactNode
  documents: ReactNode
}

function Person({ person, removeAction }: { person: ListedPerson; removeAction: FormAction }) {
  const t = useWords()
  const { stripePersonId, name, roles, needs, problems, form, documents } = person
  const isOpen = needs.length > 0 || problems.length > 0
  return (
    <li className="grid gap-3 rounded-lg border p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium">{name}</h3>
        <div className="flex flex-wrap gap-1.5">
          {roles.map(role => (
            <Badge key={role}>{t(ROLE_NAMES[role])}</Badge>
          ))}
        </div>
      </div>
      {isOpen ? (
        <ul className="grid list-disc gap-1 pl-5 text-sm">
          {problems.map(({ problem, action }) => (
            <li key={problem} className="text-destructive">
              {t(problem)} {t(action)}
            </li>
          ))}
          {needs.map(need => (
            <li key={need}>{t.say(need)}</li>
          ))}
        </ul>
      ) : null}
      {documents}
      <details open={isOpen && !documents} className="rounded-lg border">
        <summary className="min-h-6 px-4 py-2.5 font-medium text-primary text-sm">
          {t('verifying.changeName', { name })}
        </summary>
        <div className="grid gap-5 border-t p-4">
          {form}
          {roles.includes('representative') ? null : (
            <ActionForm action={removeAction} hidden={{ stripePersonId }}>
              <SubmitButton
                variant="secondary"
                className="justify-self-start"
                pending={t('verifying.tellingStripe')}
              >
                {t('verifying.takeAway', { name })}
              </SubmitButton>
            </ActionForm>
          )}
        </div>
      </details>
    </li>
  )
}

/** Everybody whom the company has named, each with what Stripe still needs of them and the form for it. */
export function PeopleList({ people, removeAction }: { people: ListedPerson[]; removeAction: FormAction }) {
  const t = useWords()
  if (people.length === 0) return null
  return (
    <ul aria-label={t('verifying.peopleNamed')} className="grid gap-3">
      {people.map(person => (
        <Person key={person.stripePersonId} person={person} removeAction={removeAction} />
      ))}
    </ul>
  )
}

/** The word that nobody is left out: Stripe takes a company's list of owners for whole only then. */
export function ConfirmPeople({ action, roles }: { action: FormAction; roles: Role[] }) {
  const t = useWords()
  if (roles.length === 0) return null
  const names = roles.flatMap(role => (role === 'representative' ? [] : [t(`verifying.${role}s`)]))
  const all = new Intl.ListFormat(t.locale).format(names)
  return (
    <ActionForm action={action} className="gap-3 rounded-lg border p-4">
      <p className="text-sm">{t('verifying.whenAllNamed', { all })}</p>
      <SubmitButton variant="secondary" className="justify-self-start" pending={t('verifying.tellingStripe')}>
        {t('verifying.everybodyNamed')}
      </SubmitButton>
    </ActionForm>
  )
}
