import type { CountryCode } from '../countries.ts'
import { newRequestKey } from '../ids.ts'
import { chooseBusinessType } from '../onboarding/choose-business-type.ts'
import type { SubmitCompanyInput } from '../onboarding/company-input.ts'
import { createAccount } from '../onboarding/create-account.ts'
import type { SavePersonInput } from '../onboarding/person-input.ts'
import { savePerson } from '../onboarding/save-person.ts'
import { confirmPeople, submitCompany } from '../onboarding/submit-company.ts'
import type { Actor } from '../users/model.ts'
import { signUp } from '../users/sign-up.ts'
import type { PersonInput } from './arrange-employer.ts'
import { arrangeVerified } from './arrange-verified.ts'
import { DEMO_ORIGIN, expectOk } from './expect-ok.ts'

const PHONES: Partial<Record<CountryCode, string>> = {
  US: '+14155550100',
  GB: '+442071838750',
  DE: '+4930123456',
  FR: '+33123456789',
  PL: '+48221234567',
  CA: '+14165550100',
}

const PHONE_ELSEWHERE = '+41443123456'

/** An address that Stripe confirms in test mode. */
const ADDRESS = { line1: 'address_full_match', line2: '', city: 'Harbour', state: 'CA', postalCode: '94103' }

export function companyDetails(country: CountryCode): SubmitCompanyInput {
  return { name: 'Harbour Works', phone: PHONES[country] ?? PHONE_ELSEWHERE, taxId: '000000000', ...ADDRESS }
}

/** Somebody who is everything in a company, whom Stripe believes in test mode. */
export function companyPerson(country: CountryCode, change: Partial<SavePersonInput> = {}): SavePersonInput {
  return {
    requestKey: newRequestKey(),
    firstName: 'Ada',
    lastName: 'Harbour',
    email: 'ada@example.com',
    phone: PHONES[country] ?? PHONE_ELSEWHERE,
    dobDay: 1,
    dobMonth: 1,
    dobYear: 1901,
    ...ADDRESS,
    title: 'Managing director',
    percentOwnership: 100,
    representative: true,
    owner: true,
    director: true,
    executive: true,
    idNumber: '',
    ssnLast4: country === 'US' ? '0000' : '',
    ...change,
  }
}

/** Signs a contractor up whose company is to be paid, and says so to Stripe. */
export async function arrangeCompany(input: PersonInput, country: CountryCode): Promise<Actor> {
  const session = expectOk(
    await signUp(DEMO_ORIGIN, { ...input, requestKey: newRequestKey(), role: 'CONTRACTOR', country }),
    'sign up a contractor',
  )
  await arrangeVerified(session.userId)
  expectOk(await createAccount(session.userId), 'open a connected account')
  const actor: Actor = { userId: session.userId, role: 'CONTRACTOR', origin: DEMO_ORIGIN }
  expectOk(await chooseBusinessType(actor, { businessType: 'company' }), 'choose a company')
  return actor
}

/** The company, one person who is everything in it, and the word that nobody else is to be named. */
export async function arrangeCompanyDetails(actor: Actor, country: CountryCode): Promise<void> {
  expectOk(await submitCompany(actor, companyDetails(country)), 'send the company’s details')
  expectOk(await savePerson(actor, companyPerson(country)), 'name a person')
  expectOk(await confirmPeople(actor), 'say that everybody is named')
}
