import type { DetailValues } from '#components/onboarding/details-form.tsx'
import { COUNTRIES, type Country, countryName, isCountryCode } from '#lib/countries.ts'
import type { Words } from '#lib/i18n/words.ts'
import type { OnboardingView } from '#lib/onboarding/onboarding-view.ts'

/** What Stripe holds of a person, to fill a form with; `email` where it holds nothing. */
export function detailValues(person: OnboardingView['person'], email: string): DetailValues {
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

/** The country that an account is in: its name, and what it calls things. */
export function countryOf(t: Words, view: OnboardingView) {
  const code = isCountryCode(view.country) ? view.country : 'US'
  const { bank, state, postalCode, idNumber, companyNumber }: Country = COUNTRIES[code]
  return {
    name: countryName(t.locale, code),
    bank,
    state: state && t(state),
    postalCode: t(postalCode),
    idNumber: t(idNumber),
    companyNumber: t(companyNumber),
  }
}
