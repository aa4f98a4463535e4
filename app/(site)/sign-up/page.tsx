import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { AuthCard } from '#components/shell/auth-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField, TextField } from '#components/ui/form-fields.tsx'
import { RadioGroupField } from '#components/ui/radio-group-field.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { contractorCountries, countryName } from '#lib/countries.ts'
import type { Locale } from '#lib/i18n/model.ts'
import { getWords } from '#lib/i18n/request.ts'
import { platformCountry } from '#lib/platform/platform-country.ts'
import { currentViewer } from '#lib/users/current-actor.ts'
import { signUpAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('site.createAnAccount') }
}

async function countryChoices(locale: Locale) {
  const codes = contractorCountries(await platformCountry())
  const choices = codes.map(code => ({ value: code, label: countryName(locale, code) }))
  return choices.sort((a, b) => a.label.localeCompare(b.label, locale))
}

const ROLES = [
  { value: 'EMPLOYER', label: 'site.iOrderWork', hint: 'site.payByCardTheMoney' },
  { value: 'CONTRACTOR', label: 'site.iDoTheWork', hint: 'site.seeTheMoneyHeldBefore' },
] as const

type Props = { searchParams: Promise<{ role?: string | string[] }> }

export default async function SignUpPage({ searchParams }: Props) {
  const t = await getWords()
  if (await currentViewer()) redirect('/dashboard')
  const { role } = await searchParams
  return (
    <AuthCard
      title={t('site.createYourAccount')}
      description={t('site.aMinuteAndNoCard')}
      below={t.rich('site.alreadyHaveAnAccountSign', {
        link: words => (
          <Link href="/sign-in" className="font-medium text-primary underline underline-offset-4">
            {words}
          </Link>
        ),
      })}
    >
      <ActionForm action={signUpAction} className="group">
        <RadioGroupField
          name="role"
          legend={t('site.howWillYouUseHoldfast')}
          choices={ROLES.map(({ value, label, hint }) => ({ value, label: t(label), hint: t(hint) }))}
          defaultValue={role === 'contractor' ? 'CONTRACTOR' : 'EMPLOYER'}
        />
        <TextField
          name="displayName"
          label={t('site.yourNameOrCompany')}
          autoComplete="name"
          maxLength={80}
        />
        <TextField name="email" label={t('site.eMailAddress')} type="email" autoComplete="username" />
        <TextField
          name="password"
          label={t('site.password')}
          hint={t('site.n12CharactersWithLettersAnd')}
          type="password"
          autoComplete="new-password"
        />
        <SelectField
          name="country"
          label={t('site.countryYouLiveIn')}
          hint={t('site.decidesWhatStripeAsksYou')}
          options={await countryChoices(t.locale)}
          placeholder={t('site.chooseACountry')}
          autoComplete="country"
          className="hidden group-has-[input[value=CONTRACTOR]:checked]:grid"
        />
        <SubmitButton pending={t('site.creatingYourAccount')}>{t('site.createAccount')}</SubmitButton>
      </ActionForm>
    </AuthCard>
  )
}
