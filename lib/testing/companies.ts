import { randomBytes } from 'node:crypto'
import type { CountryCode } from '../countries.ts'
import { db } from '../db.ts'
import { arrangeCompany } from '../demo/arrange-company.ts'
import type { OnboardingView } from '../onboarding/onboarding-view.ts'
import { getOnboarding } from '../onboarding/queries.ts'
import type { Actor } from '../users/model.ts'

export const person = () => ({
  displayName: 'Hanna Harbour',
  email: `${randomBytes(6).toString('hex')}@example.com`,
  password: 'a long enough one',
})

/** A contractor whose company is to be paid, and who has given nothing yet. */
export const company = (country: 'US' | 'GB' | 'DE' = 'US') => arrangeCompany(person(), country)

export async function viewOf(actor: Actor): Promise<OnboardingView> {
  const view = await getOnboarding(actor)
  if (!view) throw new Error('There is no onboarding.')
  return view
}

/** Has the platform be where it can pay contractors of a country: in Australia only Australian ones. */
export async function platformFor(contractorCountry: CountryCode): Promise<void> {
  const country = contractorCountry === 'AU' ? 'AU' : 'US'
  const where = { livemode: false }
  await db().stripePlatform.upsert({
    where,
    create: { ...where, accountId: 'acct_platform', country },
    update: { country },
  })
}
