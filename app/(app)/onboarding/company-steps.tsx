import { CompanyForm } from '#components/onboarding/company-form.tsx'
import { DocumentForm } from '#components/onboarding/document-form.tsx'
import { DocumentTries } from '#components/onboarding/document-tries.tsx'
import { ConfirmPeople, PeopleList } from '#components/onboarding/people-list.tsx'
import { PersonForm, type Role } from '#components/onboarding/person-form.tsx'
import { StepCard } from '#components/onboarding/step-card.tsx'
import type { Words } from '#lib/i18n/words.ts'
import { newRequestKey } from '#lib/ids.ts'
import type { DocumentHistory } from '#lib/onboarding/document-history.ts'
import type { Step } from '#lib/onboarding/model.ts'
import type { OnboardingView } from '#lib/onboarding/onboarding-view.ts'
import { useWords } from '#words'
import { confirmPeopleAction, removePersonAction, savePersonAction, submitCompanyAction } from './actions.ts'
import { countryOf, detailValues } from './detail-values.ts'
import { documentChoices } from './document-choices.ts'

type Props = { view: OnboardingView; step: Step; number: number }
type Person = OnboardingView['people'][number]

const DOCUMENT_NAMES = { identity: 'verifying.identity', additional: 'verifying.proofOfAddress' } as const
const ROLES: Role[] = ['representative', 'owner', 'director', 'executive']

/** What Stripe wants to see of a company whose number the register does not know. */
function CompanyDocument({ history: { unfinished, sentFiles, ...tries } }: { history: DocumentHistory }) {
  const t = useWords()
  return (
    <section aria-label={t('verifying.companyDocument')} className="grid gap-4 rounded-lg border p-4">
      <h3 className="font-medium">{t('verifying.companyDocument')}</h3>
      <p className="max-w-prose text-sm">{t('verifying.companyDocumentWhy')}</p>
      <DocumentTries {...tries} />
      {tries.triesLeft > 0 ? (
        <DocumentForm
          kind="company"
          start={{ requestKey: newRequestKey(), unfinished, sentFiles }}
          legend={t('verifying.whatWillYouSend')}
          choices={documentChoices(t, 'company')}
        />
      ) : null}
    </section>
  )
}

export function CompanyStep({ view, step, number }: Props) {
  const t = useWords()
  const { name, state, postalCode, companyNumber } = countryOf(t, view)
  return (
    <StepCard
      step={step}
      number={number}
      title={t('verifying.company')}
      description={t('verifying.asInRegister', { country: name })}
      summary={view.company?.name}
      changeLabel={t('verifying.changeCompany')}
    >
      <CompanyForm
        action={submitCompanyAction}
        values={view.company}
        labels={{ state, postalCode, companyNumber }}
      />
      {view.companyDocument ? <CompanyDocument history={view.companyDocument} /> : null}
    </StepCard>
  )
}

function rolesOf({ roles }: Person): Role[] {
  return ROLES.filter(role => roles[role])
}

function labelsFor(t: Words, view: OnboardingView, asksFor: OnboardingView['asksFor']) {
  const { state, postalCode, idNumber } = countryOf(t, view)
  return {
    state,
    postalCode,
    idNumber: asksFor.idNumber ? idNumber : null,
    ssnLast4: asksFor.ssnLast4,
    isTheirs: true,
  }
}

function PersonEditor({ view, person }: { view: OnboardingView; person: Person }) {
  const t = useWords()
  const asked = view.asksForRoles.map(({ role }) => role)
  return (
    <PersonForm
      action={savePersonAction}
      stripePersonId={person.stripePersonId}
      values={detailValues(person.details, '')}
      labels={labelsFor(t, view, person.asksFor)}
      offered={ROLES.filter(role => role === 'representative' || asked.includes(role) || person.roles[role])}
      ticked={rolesOf(person)}
      title={person.title ?? ''}
      percentOwnership={person.percentOwnership?.toString() ?? ''}
      submit={t('verifying.saveName', { name: person.name })}
    />
  )
}

/** What Stripe wants to see of somebody whom it could not confirm by what was said of them. */
function PersonDocuments({ person: { documents, name, stripePersonId } }: { person: Person }) {
  const t = useWords()
  return documents.map(({ kind, history: { unfinished, sentFiles, ...tries } }) => (
    <section
      key={kind}
      aria-label={t('verifying.documentOf', { document: t(DOCUMENT_NAMES[kind]), name })}
      className="grid gap-4 rounded-lg border p-4"
    >
      <h4 className="font-medium">
        {t('verifying.documentOf', { document: t(DOCUMENT_NAMES[kind]), name })}
      </h4>
      <DocumentTries {...tries} />
      {tries.triesLeft > 0 ? (
        <DocumentForm
          kind={kind}
          start={{ stripePersonId, requestKey: newRequestKey(), unfinished, sentFiles }}
          legend={t('verifying.whatWillYouSend')}
          choices={documentChoices(t, kind)}
        />
      ) : null}
    </section>
  ))
}

/** The form for somebody new: at first for whoever represents the company, who often is everything else as well. */
function Newcomer({ view }: { view: OnboardingView }) {
  const t = useWords()
  const asked: Role[] = view.asksForRoles.map(({ role }) => role)
  const isFirst = !view.people.some(({ roles }) => roles.representative)
  const offered: Role[] = isFirst ? ['representative', ...asked] : asked
  const form = (
    <PersonForm
      action={savePersonAction}
      values={detailValues(null, isFirst ? view.email : '')}
      labels={labelsFor(t, view, view.asksFor)}
      offered={offered}
      ticked={isFirst ? offered : []}
      title=""
      percentOwnership=""
      submit={t('verifying.nameThisPerson')}
    />
  )
  if (isFirst) return form
  if (offered.length === 0) return null
  return (
    <details className="rounded-lg border">
      <summary className="min-h-6 px-4 py-2.5 font-medium text-primary text-sm">
        {t('verifying.nameSomebodyElse')}
      </summary>
      <div className="border-t p-4">{form}</div>
    </details>
  )
}

export function PeopleStep({ view, step, number }: Props) {
  const t = useWords()
  const people = view.people.map(person => ({
    ...person,
    roles: rolesOf(person),
    form: <PersonEditor view={view} person={person} />,
    documents: person.documents.length > 0 ? <PersonDocuments person={person} /> : null,
  }))
  const open = view.asksForRoles.filter(({ isConfirmed }) => !isConfirmed).map(({ role }) => role)
  const isRepresented = view.people.some(({ roles }) => roles.representative)
  return (
    <StepCard
      step={step}
      number={number}
      title={t('verifying.people')}
      description={t('verifying.peopleIntro')}
      summary={people.length > 0 ? people.map(({ name }) => name).join(', ') : null}
      changeLabel={t('verifying.changePeople')}
    >
      <div className="grid gap-5">
        <PeopleList people={people} removeAction={removePersonAction} />
        <Newcomer view={view} />
        {isRepresented ? <ConfirmPeople action={confirmPeopleAction} roles={open} /> : null}
      </div>
    </StepCard>
  )
}
