import { ActionForm } from '#components/ui/action-form.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { useWords } from '#words'

/** What Stripe holds of the company; null where it holds nothing. */
export type CompanyValues = {
  name: string | null
  phone: string | null
  line1: string | null
  line2: string | null
  city: string | null
  state: string | null
  postalCode: string | null
  taxIdProvided: boolean
}

type Props = {
  action: FormAction
  values: CompanyValues | null
  labels: { state: string | null; postalCode: string; companyNumber: string }
}

/** The company as it stands in the register. Only what differs is sent on; its number is never given back by Stripe. */
export function CompanyForm({ action, values, labels }: Props) {
  const t = useWords()
  const numberHint = values?.taxIdProvided ? t('verifying.numberHas') : t('verifying.notKept')
  return (
    <ActionForm action={action}>
      <TextField
        name="name"
        label={t('verifying.registeredName')}
        autoComplete="organization"
        defaultValue={values?.name ?? ''}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="taxId"
          label={labels.companyNumber}
          hint={numberHint}
          optional={values?.taxIdProvided}
          autoComplete="off"
        />
        <TextField
          name="phone"
          label={t('verifying.phone')}
          hint={t('verifying.phoneCompany')}
          type="tel"
          autoComplete="tel"
          defaultValue={values?.phone ?? ''}
        />
      </div>
      <TextField name="line1" label={t('verifying.street')} defaultValue={values?.line1 ?? ''} />
      <TextField name="line2" label={t('verifying.floor')} optional defaultValue={values?.line2 ?? ''} />
      <div className="grid gap-5 sm:grid-cols-3">
        <TextField name="city" label={t('verifying.city')} defaultValue={values?.city ?? ''} />
        {labels.state ? (
          <TextField name="state" label={labels.state} defaultValue={values?.state ?? ''} />
        ) : null}
        <TextField name="postalCode" label={labels.postalCode} defaultValue={values?.postalCode ?? ''} />
      </div>
      <SubmitButton className="justify-self-start" pending={t('verifying.sendingToStripe')}>
        {t('verifying.saveCompany')}
      </SubmitButton>
    </ActionForm>
  )
}
