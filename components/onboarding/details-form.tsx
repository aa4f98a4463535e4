import { ActionForm } from '#components/ui/action-form.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { useWords } from '#words'

/** What the country calls things, and which numbers Stripe asks for there. */
export type DetailLabels = {
  state: string | null
  postalCode: string
  idNumber: string | null
  ssnLast4: boolean
  /** Asked of somebody else than the reader. */
  isTheirs?: boolean
}

export type DetailValues = {
  firstName: string
  lastName: string
  email: string
  phone: string
  dobDay: string
  dobMonth: string
  dobYear: string
  line1: string
  line2: string
  city: string
  state: string
  postalCode: string
}

type Part = { values: DetailValues; labels: DetailLabels }

/** Name, birthday and how to reach them. */
export function PersonFields({ values }: Part) {
  const t = useWords()
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="firstName"
          label={t('verifying.firstName')}
          autoComplete="given-name"
          defaultValue={values.firstName}
        />
        <TextField
          name="lastName"
          label={t('verifying.lastName')}
          autoComplete="family-name"
          defaultValue={values.lastName}
        />
      </div>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5 font-medium text-sm">{t('verifying.birth')}</legend>
        <div className="grid max-w-sm grid-cols-3 gap-3">
          <TextField
            name="dobDay"
            label={t('verifying.day')}
            inputMode="numeric"
            autoComplete="bday-day"
            defaultValue={values.dobDay}
          />
          <TextField
            name="dobMonth"
            label={t('verifying.month')}
            inputMode="numeric"
            autoComplete="bday-month"
            defaultValue={values.dobMonth}
          />
          <TextField
            name="dobYear"
            label={t('verifying.year')}
            inputMode="numeric"
            autoComplete="bday-year"
            defaultValue={values.dobYear}
          />
        </div>
      </fieldset>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="email"
          label={t('verifying.email')}
          type="email"
          autoComplete="email"
          defaultValue={values.email}
        />
        <TextField
          name="phone"
          label={t('verifying.phone')}
          type="tel"
          autoComplete="tel"
          defaultValue={values.phone}
        />
      </div>
    </>
  )
}

/** Where they live. */
export function AddressFields({ values, labels }: Part) {
  const t = useWords()
  return (
    <>
      <TextField
        name="line1"
        label={t('verifying.street')}
        autoComplete="address-line1"
        defaultValue={values.line1}
      />
      <TextField
        name="line2"
        label={t('verifying.apartment')}
        optional
        autoComplete="address-line2"
        defaultValue={values.line2}
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <TextField
          name="city"
          label={t('verifying.city')}
          autoComplete="address-level2"
          defaultValue={values.city}
        />
        {labels.state ? (
          <TextField
            name="state"
            label={labels.state}
            autoComplete="address-level1"
            defaultValue={values.state}
          />
        ) : null}
        <TextField
          name="postalCode"
          label={labels.postalCode}
          autoComplete="postal-code"
          defaultValue={values.postalCode}
        />
      </div>
    </>
  )
}

const NUMBER_HINT = 'verifying.notKept'

/** The numbers that Stripe asks for there, if any. */
export function NumberFields({ labels }: Part) {
  const t = useWords()
  return (
    <>
      {labels.ssnLast4 ? (
        <TextField
          name="ssnLast4"
          label={t(labels.isTheirs ? 'verifying.ssnLast4Theirs' : 'verifying.ssnLast4')}
          hint={NUMBER_HINT}
          inputMode="numeric"
          autoComplete="off"
          className="max-w-sm"
        />
      ) : null}
      {labels.idNumber ? (
        <TextField
          name="idNumber"
          label={labels.idNumber}
          hint={NUMBER_HINT}
          autoComplete="off"
          className="max-w-sm"
        />
      ) : null}
    </>
  )
}

/** What Stripe wants to know of the person, filled with what it has. Only what differs is sent on. */
export function DetailsForm({ action, ...part }: Part & { action: FormAction }) {
  const t = useWords()
  return (
    <ActionForm action={action}>
      <p className="text-muted-foreground text-sm">{t('verifying.asInDocument')}</p>
      <PersonFields {...part} />
      <AddressFields {...part} />
      <NumberFields {...part} />
      <SubmitButton className="justify-self-start" pending={t('verifying.sendingToStripe')}>
        {t('verifying.saveDetails')}
      </SubmitButton>
    </ActionForm>
  )
}
