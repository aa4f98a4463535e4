import type { CountryRule, Role } from './countries.ts'
import type { Account, Check, Person, Verification } from './kinds.ts'
import { type Asked, asksOf, hasRole, isGiven, rolesOf } from './roles.ts'

/** One thing that Stripe wants of an account. */
export interface Need {
  /** As requirements name it: `individual.first_name`, `person_1.verification.document`. */
  path: string
  given: boolean
  /** Only `eventually_due`: nothing stops for want of it. */
  later?: boolean
  /** The check of it, when that has another name. */
  check?: string
}

/** The name of a person in requirements: `individual` where the account is that person. */
export function personPrefix(account: Account, person: Person): string {
  return account.business_type === 'individual' ? 'individual' : person.id
}

/** Everything that a person's roles ask of them. */
export function asksOfPerson(account: Account, person: Person, rule: CountryRule): Asked {
  const roles: Role[] =
    account.business_type === 'individual'
      ? ['individual']
      : rolesOf(account, rule).filter(role => hasRole(person, role))
  const asked = roles.map(role => asksOf(role, account, rule))
  const now = new Set(asked.flatMap(each => each.now))
  const later = new Set(asked.flatMap(each => each.later))
  return { now: [...now], later: [...later].filter(path => !now.has(path)) }
}

const ADDRESS_CHECKED = new Set(['address.line1'])
const NUMBER_CHECKED = new Set(['id_number', 'ssn_last_4'])

/** The check whose failure makes a thing due again. */
function checkOf(prefix: string, path: string): string {
  if (ADDRESS_CHECKED.has(path)) return `${prefix}.address`
  if (NUMBER_CHECKED.has(path)) return `${prefix}.identity`
  return `${prefix}.${path}`
}

/** A document that has to prove what no record agrees with, or one that was sent without being asked for. */
function documentNeed(
  prefix: string,
  kind: 'additional_document' | 'document',
  person: Person,
  keyed: Check | undefined,
  sent: Check | undefined,
): Need[] {
  const path = `${prefix}.verification.${kind}`
  const given = Boolean(person.verification?.[kind]?.front)
  if (sent) return [{ path, given }]
  return keyed?.state === 'unmatched' ? [{ path, given }] : []
}

/**
 * What Stripe wants of a natural person. Documents are wanted when the birthday or the address agree with no record
 * (docs.stripe.com/connect/testing, "Simulate requirements"), and when the account has grown.
 */
export function personNeeds(
  account: Account,
  person: Person,
  rule: CountryRule,
  verification: Verification,
): Need[] {
  const prefix = personPrefix(account, person)
  const asked = asksOfPerson(account, person, rule)
  const { checks, raised } = verification
  const need = (path: string, later: boolean): Need => ({
    path: `${prefix}.${path}`,
    given: isGiven(person, path),
    check: checkOf(prefix, path),
    ...(later ? { later } : {}),
  })
  const needs = asked.now.map(path => need(path, false))
  for (const path of asked.later) needs.push(need(path, raised === 0))
  const first = asked.now.includes('dob.day')
  if (raised > 0 && rule.idNumber === 'ssn' && first && !asked.later.includes('id_number'))
    needs.push(need('id_number', false))
  const grown = first && raised > (rule.idNumber === 'ssn' ? 1 : 0)
  const document = `${prefix}.verification.document`
  if (grown && !checks[document]) needs.push({ path: document, given: false })
  else needs.push(...documentNeed(prefix, 'document', person, checks[`${prefix}.identity`], checks[document]))
  const additional = checks[`${prefix}.verification.additional_document`]
  needs.push(...documentNeed(prefix, 'additional_document', person, checks[`${prefix}.address`], additional))
  if (rule.payeeOnly && checks[`${prefix}.identity`]?.state === 'verified' && !checks[document])
    needs.push({ path: document, given: false, later: true })
  return needs
}
