import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { AuthCard } from '#components/shell/auth-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField, TextField } from '#components/ui/form-fields.tsx'
import { RadioGroupField } from '#components/ui/radio-group-field.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { contractorCountries, countryName } from '#lib/countries.ts'
import { platformCountry } from '#lib/platform/platform-country.ts'
import { currentActor } from '#lib/users/current-actor.ts'
import { signUpAction } from './actions.ts'

export const metadata: Metadata = { title: 'Create an account' }

async function countryChoices() {
  const codes = contractorCountries(await platformCountry())
  const choices = codes.map(code => ({ value: code, label: countryName(code) }))
  return choices.sort((a, b) => a.label.localeCompare(b.label, 'en'))
}

const ROLES = [
  { value: 'EMPLOYER', label: 'I order work', hint: 'Pay by card. The money is held until you approve.' },
  { value: 'CONTRACTOR', label: 'I do the work', hint: 'See the money held before you start. Get paid out.' },
]

type Props = { searchParams: Promise<{ role?: string | string[] }> }

export default async function SignUpPage({ searchParams }: Props) {
  if (await currentActor()) redirect('/dashboard')
  const { role } = await searchParams
  return (
    <AuthCard
      title="Create your account"
      description="A minute, and no card needed yet."
      below={
        <>
          Already have an account?{' '}
          <Link href="/sign-in" className="font-medium text-primary underline underline-offset-4">
            Sign in
          </Link>
        </>
      }
    >
      <ActionForm action={signUpAction} className="group">
        <RadioGroupField
          name="role"
          legend="How will you use Holdfast?"
          choices={ROLES}
          defaultValue={role === 'contractor' ? 'CONTRACTOR' : 'EMPLOYER'}
        />
        <TextField name="displayName" label="Your name or company" autoComplete="name" maxLength={80} />
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" />
        <TextField
          name="password"
          label="Password"
          hint="12 characters with letters and digits, or any 15."
          type="password"
          autoComplete="new-password"
        />
        <SelectField
          name="country"
          label="Country you live in"
          hint="Decides what Stripe asks you for. It cannot be changed later."
          options={await countryChoices()}
          placeholder="Choose a country"
          autoComplete="country"
          className="hidden group-has-[input[value=CONTRACTOR]:checked]:grid"
        />
        <SubmitButton pending="Creating your account…">Create account</SubmitButton>
      </ActionForm>
    </AuthCard>
  )
}
