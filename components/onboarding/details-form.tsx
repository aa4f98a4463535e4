import { ActionForm } from '#components/ui/action-form.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'

/** What the country calls things, and which numbers Stripe asks for there. */
export type DetailLabels = {
  state: string | null
  postalCode: string
  idNumber: string | null
  ssnLast4: boolean
  /** Whose number it is; yours where nothing is said. */
  whose?: string
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
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="firstName"
          label="First name"
          autoComplete="given-name"
          defaultValue={values.firstName}
        />
        <TextField
          name="lastName"
          label="Last name"
          autoComplete="family-name"
          defaultValue={values.lastName}
        />
      </div>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5 font-medium text-sm">Date of birth</legend>
        <div className="grid max-w-sm grid-cols-3 gap-3">
          <TextField
            name="dobDay"
            label="Day"
            inputMode="numeric"
            autoComplete="bday-day"
            defaultValue={values.dobDay}
          />
          <TextField
            name="dobMonth"
            label="Month"
            inputMode="numeric"
            autoComplete="bday-month"
            defaultValue={values.dobMonth}
          />
          <TextField
            name="dobYear"
            label="Year"
            inputMode="numeric"
            autoComplete="bday-year"
            defaultValue={values.dobYear}
          />
        </div>
      </fieldset>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="email"
          label="E-mail"
          type="email"
          autoComplete="email"
          defaultValue={values.email}
        />
        <TextField
          name="phone"
          label="Phone, with country code"
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
  return (
    <>
      <TextField
        name="line1"
        label="Street and house number"
        autoComplete="address-line1"
        defaultValue={values.line1}
      />
      <TextField
        name="line2"
        label="Apartment, floor"
        optional
        autoComplete="address-line2"
        defaultValue={values.line2}
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <TextField name="city" label="City" autoComplete="address-level2" defaultValue={values.city} />
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

const NUMBER_HINT = 'Goes to Stripe and is not kept by us.'

/** The numbers that Stripe asks for there, if any. */
export function NumberFields({ labels }: Part) {
  return (
    <>
      {labels.ssnLast4 ? (
        <TextField
          name="ssnLast4"
          label={`Last four digits of ${labels.whose ?? 'your'} social security number`}
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
  return (
    <ActionForm action={action}>
      <p className="text-muted-foreground text-sm">
        Write everything as it stands in your identity document.
      </p>
      <PersonFields {...part} />
      <AddressFields {...part} />
      <NumberFields {...part} />
      <SubmitButton className="justify-self-start" pending="Sending to Stripe…">
        Save details
      </SubmitButton>
    </ActionForm>
  )
}
