import { ActionForm } from '#components/ui/action-form.tsx'
import { Card } from '#components/ui/card.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { useWords } from '#words'
import { Section } from './section.tsx'
import { PEOPLE_WORDS } from './story-words.ts'

type Person = { key: string; displayName: string; email: string }
type Props = { people: Person[]; password: string; signIn: FormAction }

/** Everybody of the demo, with one press to be them. */
export function PeopleCards({ people, password, signIn }: Props) {
  const t = useWords()
  const shown = <code className="font-mono text-foreground">{password}</code>
  return (
    <Section id="people" title={t('story.people')} about={t.rich('story.peopleAbout', { password: shown })}>
      <ul className="grid gap-4 sm:grid-cols-2">
        {people.map(person => (
          <li key={person.key}>
            <PersonCard person={person} signIn={signIn} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function PersonCard({ person, signIn }: { person: Person; signIn: FormAction }) {
  const t = useWords()
  const { key, displayName, email } = person
  const words = PEOPLE_WORDS[key]
  const name = displayName.split(' ')[0] ?? displayName
  return (
    <Card className="grid h-full content-between gap-4 p-5">
      <div className="grid gap-1">
        <h3 className="font-semibold text-base">{displayName}</h3>
        <p className="wrap-anywhere text-muted-foreground text-sm">
          {email}
          {words ? `, ${t(words.is)}` : null}
        </p>
        {words ? <p className="text-sm">{t(words.toTry)}</p> : null}
      </div>
      <ActionForm action={signIn} hidden={{ person: key }}>
        <SubmitButton variant="secondary" pending={t('story.signingIn')} className="justify-self-start">
          {t('story.signInAs', { name })}
        </SubmitButton>
      </ActionForm>
    </Card>
  )
}
