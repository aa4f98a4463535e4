import { BankForm } from '#components/onboarding/bank-form.tsx'
import { bankFieldsOf } from '#components/onboarding/bank-words.ts'
import { DetailsForm, type DetailValues } from '#components/onboarding/details-form.tsx'
import { type DocumentChoice, DocumentForm } from '#components/onboarding/document-form.tsx'
import { DocumentTries } from '#components/onboarding/document-tries.tsx'
import { StepCard } from '#components/onboarding/step-card.tsx'
import { TermsForm } from '#components/onboarding/terms-form.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { COUNTRIES, type Country, isCountryCode } from '#lib/countries.ts'
import { newRequestKey } from '#lib/ids.ts'
import type { DocumentKind } from '#lib/onboarding/document-model.ts'
import type { Step, StepId } from '#lib/onboarding/model.ts'
import type { OnboardingView } from '#lib/onboarding/onboarding-view.ts'
import type { BrowserStripeConfig } from '#lib/stripe/browser.ts'
import { acceptTermsAction, addBankAccountAction, submitDetailsAction } from './actions.ts'

type Props = { view: OnboardingView; stripe: BrowserStripeConfig }
type StepProps = Props & { step: Step }

const IDENTITY: [DocumentChoice, ...DocumentChoice[]] = [
  { type: 'passport', label: 'Passport', hint: 'The page with your photo.' },
  { type: 'id_card', label: 'ID card', hint: 'Front and back.' },
  { type: 'driving_licence', label: 'Driving licence', hint: 'Front and back.' },
]

function additionalChoices(view: OnboardingView): [DocumentChoice, ...DocumentChoice[]] {
  return [
    {
      type: 'proof_of_address',
      label: 'Proof of address',
      hint: 'A bank statement, utility bill or official letter with your name and address, not older than six months.',
    },
    {
      type: view.identityType ?? 'passport',
      label: 'My identity document again',
      hint: 'Some accounts are asked for exactly that. Stripe decides whether it is enough, and its answer appears here.',
    },
  ]
}

function valuesOf({ person, email }: OnboardingView): DetailValues {
  return {
    firstName: person?.firstName ?? '',
    lastName: person?.lastName ?? '',
    email: person?.email ?? email,
    phone: person?.phone ?? '',
    dobDay: person?.dob?.day.toString() ?? '',
    dobMonth: person?.dob?.month.toString() ?? '',
    dobYear: person?.dob?.year.toString() ?? '',
    line1: person?.line1 ?? '',
    line2: person?.line2 ?? '',
    city: person?.city ?? '',
    state: person?.state ?? '',
    postalCode: person?.postalCode ?? '',
  }
}

function countryOf(view: OnboardingView): Country {
  return COUNTRIES[isCountryCode(view.country) ? view.country : 'US']
}

function TermsStep({ view, step }: StepProps) {
  const description = 'Stripe’s agreement and ours. Nothing is accepted until you tick the box.'
  const at = step.state === 'done' ? view.termsAcceptedAt : null
  const summary = at ? (
    <>
      You accepted them on <DateTime value={at} />.
    </>
  ) : null
  return (
    <StepCard step={step} number={1} title="Terms" description={description} summary={summary}>
      <TermsForm action={acceptTermsAction} />
    </StepCard>
  )
}

function DetailsStep({ view, step }: StepProps) {
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
      number={2}
      title="Personal details"
      description={`You, as a private person living in: ${country.name}.`}
      changeLabel="Change details"
    >
      <DetailsForm action={submitDetailsAction} values={valuesOf(view)} labels={labels} />
    </StepCard>
  )
}

function BankStep({ view, step, stripe }: StepProps) {
  const { bank } = view
  const summary = bank
    ? `${bank.name || 'Bank account'} ending in ${bank.last4} (${bank.currency.toUpperCase()})`
    : null
  return (
    <StepCard
      step={step}
      number={3}
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
        currency={view.defaultCurrency}
        fields={bankFieldsOf(countryOf(view).bank)}
      />
    </StepCard>
  )
}

const DOCUMENTS = {
  identity: {
    number: 4,
    title: 'Identity document',
    description:
      'A photo of the original: in colour, sharp, nothing cut off. It goes to Stripe and is not kept by us.',
    legend: 'Which document do you have?',
  },
  additional: {
    number: 5,
    title: 'Additional document',
    description: 'A second document, so that Stripe can confirm where you live. It is not kept by us either.',
    legend: 'What will you send?',
  },
} as const

function DocumentStep({ view, step, kind }: StepProps & { kind: DocumentKind }) {
  const { legend, ...texts } = DOCUMENTS[kind]
  const choices = kind === 'identity' ? IDENTITY : additionalChoices(view)
  const { unfinished, sentFiles, ...tries } = view.documents[kind]
  const start = { requestKey: newRequestKey(), unfinished, sentFiles }
  return (
    <StepCard step={step} {...texts}>
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
  bank: BankStep,
  identity: props => <DocumentStep {...props} kind="identity" />,
  additional: props => <DocumentStep {...props} kind="additional" />,
}

/** The five steps in their order, each as open as Stripe says. */
export function Steps(props: Props) {
  return props.view.steps.map(step => {
    const Part = STEP_PARTS[step.id]
    return <Part key={step.id} {...props} step={step} />
  })
}
