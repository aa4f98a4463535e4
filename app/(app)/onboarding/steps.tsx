import { BankForm } from '#components/onboarding/bank-form.tsx'
import { bankFieldsOf } from '#components/onboarding/bank-words.ts'
import { DetailsForm } from '#components/onboarding/details-form.tsx'
import { type DocumentChoice, DocumentForm } from '#components/onboarding/document-form.tsx'
import { DocumentTries } from '#components/onboarding/document-tries.tsx'
import { StepCard } from '#components/onboarding/step-card.tsx'
import { TermsForm } from '#components/onboarding/terms-form.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { newRequestKey } from '#lib/ids.ts'
import type { PersonalKind } from '#lib/onboarding/document-model.ts'
import type { Step, StepId } from '#lib/onboarding/model.ts'
import type { OnboardingView } from '#lib/onboarding/onboarding-view.ts'
import type { BrowserStripeConfig } from '#lib/stripe/browser.ts'
import { acceptTermsAction, addBankAccountAction, submitDetailsAction } from './actions.ts'
import { CompanyStep, PeopleStep } from './company-steps.tsx'
import { countryOf, detailValues } from './detail-values.ts'
import { IDENTITY_CHOICES, PROOF_OF_ADDRESS } from './document-choices.ts'

type Props = { view: OnboardingView; stripe: BrowserStripeConfig }
/** `number` is the step's among all of them. */
type StepProps = Props & { step: Step; number: number }

function additionalChoices(view: OnboardingView): [DocumentChoice, ...DocumentChoice[]] {
  return [
    PROOF_OF_ADDRESS,
    {
      type: view.identityType ?? 'passport',
      label: 'My identity document again',
      hint: 'Some accounts are asked for exactly that. Stripe decides whether it is enough, and its answer appears here.',
    },
  ]
}

function TermsStep({ view, step, number }: StepProps) {
  const description = 'Stripe’s agreement and ours. Nothing is accepted until you tick the box.'
  const at = step.state === 'done' ? view.termsAcceptedAt : null
  const summary = at ? (
    <>
      You accepted them on <DateTime value={at} />.
    </>
  ) : null
  return (
    <StepCard step={step} number={number} title="Terms" description={description} summary={summary}>
      <TermsForm action={acceptTermsAction} />
    </StepCard>
  )
}

function DetailsStep({ view, step, number }: StepProps) {
  const country = countryOf(view)
  const labels = {
    state: country.state,
    postalCode: country.postalCode,
    idNumber: view.asksFor.idNumber ? country.idNumber : null,
    ssnLast4: view.asksFor.ssnLast4,
  }
  return (
    <StepCard
      step={step}
      number={number}
      title="Personal details"
      description={`You, as a private person living in: ${country.name}.`}
      changeLabel="Change details"
    >
      <DetailsForm
        action={submitDetailsAction}
        values={detailValues(view.person, view.email)}
        labels={labels}
      />
    </StepCard>
  )
}

function BankStep({ view, step, number, stripe }: StepProps) {
  const { bank } = view
  const summary = bank
    ? `${bank.name || 'Bank account'} ending in ${bank.last4} (${bank.currency.toUpperCase()})`
    : null
  return (
    <StepCard
      step={step}
      number={number}
      title="Bank account"
      description="Where Stripe pays you out. The numbers go from this page to Stripe and never through our server."
      summary={summary}
      changeLabel="Replace bank account"
    >
      <BankForm
        action={addBankAccountAction}
        requestKey={newRequestKey()}
        stripe={stripe}
        country={view.country}
        holderType={view.businessType}
        currency={view.defaultCurrency}
        fields={bankFieldsOf(countryOf(view).bank)}
      />
    </StepCard>
  )
}

const DOCUMENTS = {
  identity: {
    title: 'Identity document',
    description:
      'A photo of the original: in colour, sharp, nothing cut off. It goes to Stripe and is not kept by us.',
    legend: 'Which document do you have?',
  },
  additional: {
    title: 'Additional document',
    description: 'A second document, so that Stripe can confirm where you live. It is not kept by us either.',
    legend: 'What will you send?',
  },
} as const

function DocumentStep({ view, step, number, kind }: StepProps & { kind: PersonalKind }) {
  const { legend, ...texts } = DOCUMENTS[kind]
  const who = view.people.find(({ roles }) => roles.representative)?.name ?? 'whoever represents the company'
  const description = view.businessType === 'company' ? `Of ${who}. ${texts.description}` : texts.description
  const choices = kind === 'identity' ? IDENTITY_CHOICES : additionalChoices(view)
  const { unfinished, sentFiles, ...tries } = view.documents[kind]
  const start = { requestKey: newRequestKey(), unfinished, sentFiles }
  return (
    <StepCard step={step} number={number} {...texts} description={description}>
      <DocumentTries {...tries} />
      {tries.triesLeft > 0 ? (
        <DocumentForm kind={kind} start={start} legend={legend} choices={choices} />
      ) : null}
    </StepCard>
  )
}

const STEP_PARTS: Record<StepId, (props: StepProps) => React.ReactNode> = {
  terms: TermsStep,
  details: DetailsStep,
  company: CompanyStep,
  people: PeopleStep,
  bank: BankStep,
  identity: props => <DocumentStep {...props} kind="identity" />,
  additional: props => <DocumentStep {...props} kind="additional" />,
}

/** The steps in their order, each as open as Stripe says. */
export function Steps(props: Props) {
  return props.view.steps.map((step, index) => {
    const Part = STEP_PARTS[step.id]
    return <Part key={step.id} {...props} step={step} number={index + 1} />
  })
}
