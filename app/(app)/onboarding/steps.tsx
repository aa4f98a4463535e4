import { BankForm } from '#components/onboarding/bank-form.tsx'
import { bankFieldsOf } from '#components/onboarding/bank-words.ts'
import { DetailsForm } from '#components/onboarding/details-form.tsx'
import { type DocumentChoice, DocumentForm } from '#components/onboarding/document-form.tsx'
import { DocumentTries } from '#components/onboarding/document-tries.tsx'
import { StepCard } from '#components/onboarding/step-card.tsx'
import { TermsForm } from '#components/onboarding/terms-form.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import type { Words } from '#lib/i18n/words.ts'
import { newRequestKey } from '#lib/ids.ts'
import type { PersonalKind } from '#lib/onboarding/document-model.ts'
import type { Step, StepId } from '#lib/onboarding/model.ts'
import type { OnboardingView } from '#lib/onboarding/onboarding-view.ts'
import type { BrowserStripeConfig } from '#lib/stripe/browser.ts'
import { useWords } from '#words'
import { acceptTermsAction, addBankAccountAction, submitDetailsAction } from './actions.ts'
import { CompanyStep, PeopleStep } from './company-steps.tsx'
import { countryOf, detailValues } from './detail-values.ts'
import { documentChoices, identityAgain } from './document-choices.ts'

type Props = { view: OnboardingView; stripe: BrowserStripeConfig }
/** `number` is the step's among all of them. */
type StepProps = Props & { step: Step; number: number }

function additionalChoices(t: Words, view: OnboardingView): [DocumentChoice, ...DocumentChoice[]] {
  const [proof] = documentChoices(t, 'additional')
  return [proof, identityAgain(t, view.identityType ?? 'passport')]
}

function TermsStep({ view, step, number }: StepProps) {
  const t = useWords()
  const description = t('verifying.termsIntro')
  const at = step.state === 'done' ? view.termsAcceptedAt : null
  const isAskedAgain = step.state === 'done' && view.termsHaveChanged
  const summary = at ? t.rich('verifying.acceptedOn', { on: <DateTime value={at} /> }) : null
  return (
    <StepCard
      step={isAskedAgain ? { ...step, state: 'todo' } : step}
      number={number}
      title={t('verifying.terms')}
      description={description}
      summary={
        isAskedAgain ? (
          <>
            {summary} {t('verifying.termsHaveChanged')}
          </>
        ) : (
          summary
        )
      }
    >
      <TermsForm action={acceptTermsAction} />
    </StepCard>
  )
}

function DetailsStep({ view, step, number }: StepProps) {
  const t = useWords()
  const country = countryOf(t, view)
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
      title={t('verifying.details')}
      description={t('verifying.detailsIntro', { country: country.name })}
      changeLabel={t('verifying.changeDetails')}
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
  const t = useWords()
  const { bank } = view
  const summary = bank
    ? t('verifying.bankSummary', {
        bank: bank.name || t('verifying.bankAccount'),
        last4: bank.last4,
        currency: bank.currency.toUpperCase(),
      })
    : null
  return (
    <StepCard
      step={step}
      number={number}
      title={t('verifying.bankAccount')}
      description={t('verifying.bankIntro')}
      summary={summary}
      changeLabel={t('verifying.replaceBank')}
    >
      <BankForm
        action={addBankAccountAction}
        requestKey={newRequestKey()}
        stripe={stripe}
        country={view.country}
        holderType={view.businessType}
        currency={view.defaultCurrency}
        fields={bankFieldsOf(countryOf(t, view).bank)}
      />
    </StepCard>
  )
}

const DOCUMENTS = {
  identity: {
    title: 'verifying.identity',
    description: 'verifying.identityIntro',
    legend: 'verifying.whichDocument',
  },
  additional: {
    title: 'verifying.additional',
    description: 'verifying.additionalIntro',
    legend: 'verifying.whatWillYouSend',
  },
} as const

function DocumentStep({ view, step, number, kind }: StepProps & { kind: PersonalKind }) {
  const t = useWords()
  const { title, description, legend } = DOCUMENTS[kind]
  const name = view.people.find(({ roles }) => roles.representative)?.name
  const text = t(description)
  const ofCompany = name ? t('verifying.ofPerson', { name, text }) : t('verifying.ofRepresentative', { text })
  const choices = kind === 'identity' ? documentChoices(t, kind) : additionalChoices(t, view)
  const { unfinished, sentFiles, ...tries } = view.documents[kind]
  const start = { requestKey: newRequestKey(), unfinished, sentFiles }
  return (
    <StepCard
      step={step}
      number={number}
      title={t(title)}
      description={view.businessType === 'company' ? ofCompany : text}
    >
      <DocumentTries {...tries} />
      {tries.triesLeft > 0 ? (
        <DocumentForm kind={kind} start={start} legend={t(legend)} choices={choices} />
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
