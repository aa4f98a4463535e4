import Link from 'next/link'
import { ActionForm } from '#components/ui/action-form.tsx'
import { CheckboxField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { STRIPE_PRIVACY_URL, TERMS } from '#lib/onboarding/model.ts'

const linkClass = 'text-primary underline decoration-primary/40 underline-offset-4 hover:decoration-primary'

/** Explicit consent: both texts linked, the right to debit named where it is agreed to, the box empty. */
export function TermsForm({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action}>
      <ul className="grid list-disc gap-2 pl-5 text-sm">
        <li>
          <a href={TERMS.stripe_connected_account.url} target="_blank" rel="noreferrer" className={linkClass}>
            Stripe Connected Account Agreement
          </a>{' '}
          (opens a new tab): Stripe keeps your balance and pays you out. How it treats your data is in{' '}
          <a href={STRIPE_PRIVACY_URL} target="_blank" rel="noreferrer" className={linkClass}>
            Stripe’s privacy policy
          </a>
          .
        </li>
        <li>
          <Link href={TERMS.holdfast_contractor.url} className={linkClass}>
            Holdfast contractor terms
          </Link>
          : among them our right to debit your Stripe balance, also after you were paid, when an employer is
          refunded or an amount was paid to you by mistake.
        </li>
      </ul>
      <CheckboxField
        name="accept"
        label="I have read and accept the Stripe Connected Account Agreement and the Holdfast contractor terms."
        hint="We record the time, your internet address and your browser, and pass them to Stripe."
      />
      <SubmitButton className="justify-self-start" pending="Telling Stripe…">
        Accept the terms
      </SubmitButton>
    </ActionForm>
  )
}
