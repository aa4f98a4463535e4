import Link from 'next/link'
import { ActionForm } from '#components/ui/action-form.tsx'
import { CheckboxField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { STRIPE_PRIVACY_URL, TERMS } from '#lib/onboarding/model.ts'
import { useWords } from '#words'

const linkClass = 'text-primary underline decoration-primary/40 underline-offset-4 hover:decoration-primary'

/** Explicit consent: both texts linked, the right to debit named where it is agreed to, the box empty. */
export function TermsForm({ action }: { action: FormAction }) {
  const t = useWords()
  return (
    <ActionForm action={action}>
      <ul className="grid max-w-prose list-disc gap-2 pl-5 text-sm">
        <li>
          {t.rich('verifying.stripeAgreement', {
            agreement: words => (
              <a
                href={TERMS.stripe_connected_account.url}
                target="_blank"
                rel="noreferrer"
                className={linkClass}
              >
                {words}
              </a>
            ),
            privacy: words => (
              <a href={STRIPE_PRIVACY_URL} target="_blank" rel="noreferrer" className={linkClass}>
                {words}
              </a>
            ),
          })}
        </li>
        <li>
          {t.rich('verifying.ourTerms', {
            terms: words => (
              <Link prefetch={false} href={TERMS.holdfast_contractor.url} className={linkClass}>
                {words}
              </Link>
            ),
          })}
        </li>
      </ul>
      <CheckboxField name="accept" label={t('verifying.acceptLabel')} hint={t('verifying.acceptHint')} />
      <SubmitButton className="justify-self-start" pending={t('verifying.tellingStripe')}>
        {t('verifying.acceptTerms')}
      </SubmitButton>
    </ActionForm>
  )
}
