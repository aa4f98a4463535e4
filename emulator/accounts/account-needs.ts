import { countryRule } from './countries.ts'
import type { Account, Person } from './kinds.ts'
import { type Need, personNeeds } from './person-needs.ts'

function companyNeeds(account: Account, persons: Person[]): Need[] {
  const { company } = account
  const state = countryRule(account.country)?.state
  const representative = persons.find(person => person.relationship?.representative)
  return [
    { path: 'company.address.city', given: Boolean(company.address?.city) },
    { path: 'company.address.line1', given: Boolean(company.address?.line1) },
    { path: 'company.address.postal_code', given: Boolean(company.address?.postal_code) },
    ...(state ? [{ path: 'company.address.state', given: Boolean(company.address?.state) }] : []),
    { path: 'company.name', given: Boolean(company.name) },
    { path: 'company.phone', given: Boolean(company.phone) },
    { path: 'company.tax_id', given: company.tax_id_provided === true },
    {
      path: 'owners.first_name',
      given: company.owners_provided === true || persons.some(p => p.relationship?.owner),
    },
    ...(representative ? [] : [{ path: 'representative.first_name', given: false }]),
  ]
}

/** The prefix of a person's requirements: `individual` where the account is that person. */
export function personPrefix(account: Account, person: Person): string {
  return account.business_type === 'individual' ? 'individual' : person.id
}

/** Everything that Stripe wants before the account may take money and be paid out. */
export function accountNeeds(account: Account, persons: Person[]): Need[] {
  const { business_profile: profile, tos_acceptance: tos } = account
  const needs: Need[] = [
    { path: 'business_profile.mcc', given: Boolean(profile.mcc) },
    { path: 'business_profile.url', given: Boolean(profile.url) || Boolean(profile.product_description) },
    { path: 'business_type', given: account.business_type !== null },
    { path: 'external_account', given: account.external_accounts.data.length > 0 },
  ]
  if (account.business_type && account.business_type !== 'individual')
    needs.push(...companyNeeds(account, persons))
  for (const person of persons) {
    const prefix = personPrefix(account, person)
    for (const need of personNeeds(person, account.country)) {
      needs.push({ ...need, path: `${prefix}.${need.path}`, check: `${prefix}.${need.check ?? need.path}` })
    }
  }
  return [
    ...needs,
    { path: 'tos_acceptance.date', given: Boolean(tos.date) },
    { path: 'tos_acceptance.ip', given: Boolean(tos.ip) },
  ]
}
