import { CompanyForm } from '#components/onboarding/company-form.tsx'
import { DocumentForm } from '#components/onboarding/document-form.tsx'
import { DocumentTries } from '#components/onboarding/document-tries.tsx'
import { ConfirmPeople, PeopleList } from '#components/onboarding/people-list.tsx'
import { PersonForm, type Role } from '#components/onboarding/person-form.tsx'
import { StepCard } from '#components/onboarding/step-card.tsx'
import { newRequestKey } from '#lib/ids.ts'
import type { DocumentHistory } from '#lib/onboarding/document-history.ts'
import type { Step } from '#lib/onboarding/model.ts'
import type { OnboardingView } from '#lib/onboarding/onboarding-view.ts'
import { confirmPeopleAction, removePersonAction, savePersonAction, submitCompanyAction } from './actions.ts'
import { countryOf, detailValues } from './detail-values.ts'
import { COMPANY_DOCUMENT, IDENTITY_CHOICES, PROOF_OF_ADDRESS } from './document-choices.ts'

type Props = { view: OnboardingView; step: Step; number: number }
type Person = OnboardingView['people'][number]

const DOCUMENT_NAMES = { identity: 'Identity document', additional: 'Proof of address' } as const
const ROLES: Role[] = ['representative', 'owner', 'director', 'executive']

/** What Stripe wants to see of a company whose number the register does not know. */
function CompanyDocument({ history: { unfinished, sentFiles, ...tries } }: { history: DocumentHistory }) {
  return (
    <section aria-label="Document of the company" className="grid gap-4 rounded-lg border p-4">
      <h3 className="font-medium">Document of the company</h3>
      <p className="text-sm">
        Stripe could not confirm the company by its number alone. Correct the number above if it is wrong; if
        it is right, send what shows it.
      </p>
      <DocumentTries {...tries} />
      {tries.triesLeft > 0 ? (
        <DocumentForm
          kind="company"
          start={{ requestKey: newRequestKey(), unfinished, sentFiles }}
          legend="What will you send?"
          choices={[COMPANY_DOCUMENT]}
        />
      ) : null}
    </section>
  )
}

export function CompanyStep({ view, step, number }: Props) {
  const { name, state, postalCode, companyNumber } = countryOf(view)
  return (
    <StepCard
      step={step}
      number={number}
      title="Company"
      description={`As it stands in the register of: ${name}.`}
      summary={view.company?.name}
      changeLabel="Change company"
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

function labelsFor(view: OnboardingView, asksFor: OnboardingView['asksFor']) {
  const { state, postalCode, idNumber } = countryOf(view)
  return {
    state,
    postalCode,
    idNumber: asksFor.idNumber ? idNumber : null,
    ssnLast4: asksFor.ssnLast4,
    whose: 'their',
  }
}

function PersonEditor({ view, person }: { view: OnboardingView; person: Person }) {
  const asked = view.asksForRoles.map(({ role }) => role)
  return (
    <PersonForm
      action={savePersonAction}
      stripePersonId={person.stripePersonId}
      values={detailValues(person.details, '')}
      labels={labelsFor(view, person.asksFor)}
      offered={ROLES.filter(role => role === 'representative' || asked.includes(role) || person.roles[role])}
      ticked={rolesOf(person)}
      title={person.title ?? ''}
      percentOwnership={person.percentOwnership?.toString() ?? ''}
      submit={`Save ${person.name}`}
    />
  )
}

/** What Stripe wants to see of somebody whom it could not confirm by what was said of them. */
function PersonDocuments({ person: { documents, name, stripePersonId } }: { person: Person }) {
  return documents.map(({ kind, history: { unfinished, sentFiles, ...tries } }) => (
    <section
      key={kind}
      aria-label={`${DOCUMENT_NAMES[kind]} of ${name}`}
      className="grid gap-4 rounded-lg border p-4"
    >
      <h4 className="font-medium">
        {DOCUMENT_NAMES[kind]} of {name}
      </h4>
      <DocumentTries {...tries} />
      {tries.triesLeft > 0 ? (
        <DocumentForm
          kind={kind}
          start={{ stripePersonId, requestKey: newRequestKey(), unfinished, sentFiles }}
          legend="What will you send?"
          choices={kind === 'identity' ? IDENTITY_CHOICES : [PROOF_OF_ADDRESS]}
        />
      ) : null}
    </section>
  ))
}

/** The form for somebody new: at first for whoever represents the company, who often is everything else as well. */
function Newcomer({ view }: { view: OnboardingView }) {
  const asked: Role[] = view.asksForRoles.map(({ role }) => role)
  const isFirst = !view.people.some(({ roles }) => roles.representative)
  const offered: Role[] = isFirst ? ['representative', ...asked] : asked
  const form = (
    <PersonForm
      action={savePersonAction}
      values={detailValues(null, isFirst ? view.email : '')}
      labels={labelsFor(view, view.asksFor)}
      offered={offered}
      ticked={isFirst ? offered : []}
      title=""
      percentOwnership=""
      submit="Name this person"
    />
  )
  if (isFirst) return form
  if (offered.length === 0) return null
  return (
    <details className="rounded-lg border">
      <summary className="min-h-6 px-4 py-2.5 font-medium text-primary text-sm">Name somebody else</summary>
      <div className="border-t p-4">{form}</div>
    </details>
  )
}

export function PeopleStep({ view, step, number }: Props) {
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
      title="People of the company"
      description="Whoever represents the company towards Stripe, and those who own or direct it. Their details go to Stripe and are not kept by us."
      summary={people.length > 0 ? people.map(({ name }) => name).join(', ') : null}
      changeLabel="Change people"
    >
      <div className="grid gap-5">
        <PeopleList people={people} removeAction={removePersonAction} />
        <Newcomer view={view} />
        {isRepresented ? <ConfirmPeople action={confirmPeopleAction} roles={open} /> : null}
      </div>
    </StepCard>
  )
}
