import { movesMoney } from './capability-names.ts'
import { type CountryRule, countryRule, type Role } from './countries.ts'
import type { Account, Person, Verification } from './kinds.ts'
import { type Need, personNeeds } from './person-needs.ts'
import { asksOf, hasRole, rolesOf } from './roles.ts'

function addressNeeds(account: Account, rule: CountryRule): Need[] {
  const { address } = account.company
  const parts = ['city', 'line1', 'postal_code', ...(rule.state ? ['state'] : [])] as const
  return parts.map(part => ({
    path: `company.address.${part}`,
    given: Boolean(address?.[part as 'city']),
    ...(part === 'line1' ? { check: 'company.address' } : {}),
  }))
}

function companyNeeds(account: Account, rule: CountryRule, verification: Verification): Need[] {
  const { company } = account
  const needs: Need[] = [
    ...addressNeeds(account, rule),
    { path: 'company.name', given: Boolean(company.name) },
    { path: 'company.phone', given: Boolean(company.phone) },
    { path: 'company.tax_id', given: company.tax_id_provided === true },
  ]
  if (verification.checks['company.verification.document']) {
    const given = Boolean(company.verification?.document.front)
    needs.push({ path: 'company.verification.document', given })
  }
  return needs
}

const PROVIDED = {
  directors: 'directors_provided',
  executives: 'executives_provided',
  owners: 'owners_provided',
} as const

/** A role that nobody has: its particulars are asked for under the role's name, and that all were named. */
function roleNeeds(
  account: Account,
  role: Role,
  persons: Person[],
  rule: CountryRule,
  raised: number,
): Need[] {
  const named = persons.some(person => hasRole(person, role))
  const asked = asksOf(role, account, rule)
  const particulars = [
    ...asked.now.map(path => ({ path: `${role}.${path}`, given: false })),
    ...asked.later.map(path => ({ path: `${role}.${path}`, given: false, later: raised === 0 })),
  ]
  if (role === 'representative') return named ? [] : particulars
  const flag = PROVIDED[role as keyof typeof PROVIDED]
  if (account.company[flag]) return []
  return [{ path: `company.${flag}`, given: false }, ...(named ? [] : particulars)]
}

function profileNeeds(account: Account, verification: Verification): Need[] {
  const { business_profile: profile, settings } = account
  if (account.tos_acceptance.service_agreement === 'recipient') return []
  const needs: Need[] = [
    { path: 'business_profile.mcc', given: Boolean(profile.mcc) },
    { path: 'business_profile.url', given: Boolean(profile.url) || Boolean(profile.product_description) },
  ]
  const named: [string, string | null | undefined][] = [
    ['business_profile.name', profile.name],
    ['business_profile.product_description', profile.product_description],
    [
      'settings.card_payments.statement_descriptor_prefix',
      settings.card_payments.statement_descriptor_prefix,
    ],
    ['settings.payments.statement_descriptor', settings.payments.statement_descriptor],
  ]
  for (const [path, value] of named)
    if (verification.checks[path]?.state === 'failed') needs.push({ path, given: Boolean(value) })
  return needs
}

/** An account that asked for nothing by which money moves: the least of its business. */
function leastNeeds(account: Account): Need[] {
  const { business_profile: profile } = account
  return [
    { path: 'business_profile.product_description', given: Boolean(profile.product_description) },
    { path: 'business_profile.support_phone', given: Boolean(profile.support_phone) },
    { path: 'business_profile.url', given: Boolean(profile.url) },
  ]
}

function whoNeeds(
  account: Account,
  persons: Person[],
  rule: CountryRule,
  verification: Verification,
): Need[] {
  if (account.business_type === null) {
    return [
      { path: 'business_type', given: false },
      { path: 'representative.first_name', given: false },
      { path: 'representative.last_name', given: false },
    ]
  }
  const needs = account.business_type === 'individual' ? [] : companyNeeds(account, rule, verification)
  for (const role of rolesOf(account, rule))
    needs.push(...roleNeeds(account, role, persons, rule, verification.raised))
  for (const person of persons) needs.push(...personNeeds(account, person, rule, verification))
  return needs
}

/** Whether there is a bank account or card, and the default one was not found to be wrong by a payout that came back. */
function takesPayouts(account: Account): boolean {
  const { data } = account.external_accounts
  const own = data.filter(({ currency }) => currency === account.default_currency)
  return (own.length > 0 ? own : data).some(({ status }) => status !== 'errored')
}

/** Everything that Stripe wants before the account may take money and be paid out. */
export function accountNeeds(account: Account, persons: Person[], verification: Verification): Need[] {
  const rule = countryRule(account.country)
  if (!rule) return []
  const { tos_acceptance: tos } = account
  const moves = Object.keys(verification.requested).some(movesMoney)
  const needs: Need[] = moves
    ? [...profileNeeds(account, verification), ...whoNeeds(account, persons, rule, verification)]
    : leastNeeds(account)
  const ownership = 'documents.bank_account_ownership_verification.files'
  if (verification.checks[ownership]) {
    const files = verification.documents.bank_account_ownership_verification
    needs.push({ path: ownership, given: Boolean(files?.length) })
  }
  return [
    ...needs,
    { path: 'external_account', given: takesPayouts(account) },
    { path: 'tos_acceptance.date', given: Boolean(tos.date) },
    { path: 'tos_acceptance.ip', given: Boolean(tos.ip) },
  ]
}
