import type { CountryRule, Role } from './countries.ts'
import type { Account, Person } from './kinds.ts'

/** What is asked of a person: `later` is only `eventually_due`. Paths are without the person's own prefix. */
export interface Asked {
  now: string[]
  later: string[]
}

const NAMES = ['first_name', 'last_name']
const BIRTHDAY = ['dob.day', 'dob.month', 'dob.year']

/** Structures of companies that have no owners to name, in the United States. */
const OWNERLESS =
  /^(government|governmental|public_|sole_|registered_charity|incorporated_non_profit|tax_exempt|unincorporated)/

function addressPaths(rule: CountryRule, country: string): string[] {
  const paths = ['address.line1', 'address.postal_code']
  if (country !== 'SG') paths.push('address.city')
  if (rule.state) paths.push('address.state')
  return paths
}

function individualAsks(rule: CountryRule, country: string): Asked {
  const now = [...NAMES, ...BIRTHDAY, ...addressPaths(rule, country), ...rule.extra]
  if (rule.idNumber === 'ssn') now.push('ssn_last_4')
  if (rule.idNumber === 'required') now.push('id_number')
  return { now, later: [] }
}

function representativeAsks(rule: CountryRule, country: string, structure: string | undefined): Asked {
  const { now } = individualAsks({ ...rule, extra: [...new Set([...rule.extra, 'email', 'phone'])] }, country)
  if (structure !== 'sole_proprietorship') now.push('relationship.title')
  if (rule.roles.includes('executives') || country === 'SG') now.push('relationship.executive')
  return { now, later: rule.idNumber === 'ssn' ? ['id_number'] : [] }
}

/** What a role is asked for in a country. */
export function asksOf(role: Role, account: Account, rule: CountryRule): Asked {
  const { country } = account
  const whole = [...BIRTHDAY, ...addressPaths(rule, country)]
  switch (role) {
    case 'individual':
      return individualAsks(rule, country)
    case 'representative':
      return representativeAsks(rule, country, account.company.structure)
    case 'owners':
      if (rule.idNumber === 'ssn') return { now: ['email', ...NAMES], later: [...whole, 'phone'] }
      return { now: ['email', ...NAMES, ...whole], later: [] }
    case 'directors':
      return { now: ['email', ...NAMES, ...BIRTHDAY, 'relationship.title'], later: [] }
    case 'executives':
      return { now: ['email', ...NAMES, ...whole], later: [] }
  }
}

/** The roles that an account's company has to name persons for. */
export function rolesOf(account: Account, rule: CountryRule): Role[] {
  const type = account.business_type
  if (type === 'individual' || type === null) return []
  const ownerless =
    type !== 'company' || rule.payeeOnly || OWNERLESS.test(String(account.company.structure ?? ''))
  return rule.roles.filter(role => {
    if (role === 'owners') return !ownerless
    if (type === 'government_entity') return role === 'representative'
    return true
  })
}

const FLAGS = {
  directors: 'director',
  executives: 'executive',
  owners: 'owner',
  representative: 'representative',
} as const

/** Whether a person has a role; the individual of an account has just that. */
export function hasRole(person: Person, role: Role): boolean {
  return role === 'individual' || person.relationship?.[FLAGS[role]] === true
}

/** Whether something is known of a person, by its path. */
export function isGiven(person: Person, path: string): boolean {
  if (path === 'id_number') return person.id_number_provided === true
  if (path === 'ssn_last_4') return person.id_number_provided === true || person.ssn_last_4_provided === true
  let value: unknown = person
  for (const step of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[step]
  return path === 'full_name_aliases' ? Array.isArray(value) : Boolean(value)
}
