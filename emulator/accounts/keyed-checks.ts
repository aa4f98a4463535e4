import type { Tx } from '../core/tx.ts'
import { look, type Verdict } from './checks.ts'
import { type CountryRule, countryRule } from './countries.ts'
import { type Account, editVerification, type Person } from './kinds.ts'
import { personPrefix } from './person-needs.ts'
import { isGiven } from './roles.ts'
import { TEST_VALUES, websiteRejection } from './test-values.ts'

const NUMBER_MISMATCH = {
  code: 'verification_failed_id_number_match',
  reason: 'The number does not match the name and birthday given.',
}
const ADDRESS_MISMATCH = {
  code: 'verification_failed_address_match',
  reason: 'The address could not be confirmed.',
}

function birthYear(person: Person): number | null {
  const { dob } = person
  return dob?.day === 1 && dob.month === 1 && dob.year ? dob.year : null
}

/** The test birthday with which everything is checked at once: 1902-01-01. */
export function isImmediate(person: Person): boolean {
  return birthYear(person) === 1902
}

/** What keyed-in particulars of a person amount to, or null while there are too few of them. */
function identityVerdict(person: Person, rule: CountryRule, number: string | undefined): Verdict | null {
  const needed = ['first_name', 'last_name', 'dob.day', 'dob.month', 'dob.year']
  if (rule.idNumber !== null) needed.push('ssn_last_4')
  if (!needed.every(path => isGiven(person, path))) return null
  const { first_name: first, last_name: last, dob } = person
  const basis = JSON.stringify([first, last, dob, number, person.id_number_provided])
  if (number === 'mismatch') {
    return { ends: 'failed', outcome: NUMBER_MISMATCH, basis, immediate: isImmediate(person) }
  }
  const year = birthYear(person)
  const good = year === 1901 || year === 1902 || number === 'immediate' || rule.payeeOnly
  const immediate = year === 1902 || number === 'immediate' || (good && !rule.slowChecks)
  return { ends: good ? 'verified' : 'unmatched', outcome: null, basis, immediate }
}

/** What an address amounts to. The test addresses are told by their first line. */
function addressVerdict(person: Person, rule: CountryRule): Verdict | null {
  const { address } = person
  if (!address?.line1 || !address.postal_code || (rule.state && !address.state)) return null
  const basis = JSON.stringify([address, person.dob])
  const immediate = isImmediate(person)
  if (/^address_(line1_)?no_match$/.test(address.line1))
    return { ends: 'failed', outcome: ADDRESS_MISMATCH, basis, immediate }
  const good = address.line1 === 'address_full_match' || rule.payeeOnly
  return {
    ends: good ? 'verified' : 'unmatched',
    outcome: null,
    basis,
    immediate: immediate || (good && !rule.slowChecks),
  }
}

function lookAtPerson(tx: Tx, account: Account, person: Person, rule: CountryRule): void {
  const prefix = personPrefix(account, person)
  const verification = editVerification(tx, account.id)
  const identity = identityVerdict(person, rule, verification.numbers[person.id])
  if (identity) look(tx, account.id, `${prefix}.identity`, identity)
  const address = addressVerdict(person, rule)
  if (address) look(tx, account.id, `${prefix}.address`, address)
  const name = `${prefix}.first_name`
  const outcome = person.relationship?.director ? TEST_VALUES.director[person.first_name ?? ''] : undefined
  if (outcome) {
    const immediate = isImmediate(person)
    look(tx, account.id, name, { ends: 'failed', outcome, basis: person.first_name ?? '', immediate })
  } else delete verification.checks[name]
}

function lookAtCompany(tx: Tx, account: Account, rule: CountryRule): void {
  const { company } = account
  const number = editVerification(tx, account.id).numbers.company
  const immediate = number === 'immediate' || !rule.slowChecks
  if (company.tax_id_provided) {
    const outcome = number ? (TEST_VALUES.taxId[number] ?? null) : null
    const basis = JSON.stringify([number, company.name])
    const ends = outcome ? 'failed' : 'verified'
    look(tx, account.id, 'company.tax_id', { ends, outcome, basis, immediate: immediate && !outcome })
  }
  if (rule.slowChecks && company.address?.line1 && company.address.postal_code) {
    const failed = /^address_(line1_)?no_match$/.test(company.address.line1)
    const ends = failed ? 'failed' : 'verified'
    const outcome = failed ? ADDRESS_MISMATCH : null
    const basis = JSON.stringify(company.address)
    look(tx, account.id, 'company.address', { ends, outcome, basis, immediate: number === 'immediate' })
  }
  lookAtWord(tx, account, 'company.name', company.name, TEST_VALUES.companyName)
}

/** Something that fails for Stripe's test words and is not looked at otherwise. */
function lookAtWord(
  tx: Tx,
  account: Account,
  path: string,
  value: string | null | undefined,
  words: Record<string, { code: string; reason: string }>,
): void {
  const outcome = words[value?.toLowerCase() ?? '']
  if (outcome) look(tx, account.id, path, { ends: 'failed', outcome, basis: value ?? '', immediate: false })
  else delete editVerification(tx, account.id).checks[path]
}

function lookAtBusiness(tx: Tx, account: Account, rule: CountryRule): void {
  const { business_profile: profile, settings } = account
  const outcome = websiteRejection(profile.url, profile.product_description)
  const path = 'business_profile.url'
  if (!profile.url && !outcome) delete editVerification(tx, account.id).checks[path]
  else {
    const ends = outcome ? 'failed' : 'verified'
    const basis = JSON.stringify([profile.url, outcome?.code])
    look(tx, account.id, path, { ends, outcome, basis, immediate: !rule.slowChecks && !outcome })
  }
  lookAtWord(tx, account, 'business_profile.name', profile.name, TEST_VALUES.tradeName)
  const { statement_descriptor: descriptor } = settings.payments
  lookAtWord(tx, account, 'settings.payments.statement_descriptor', descriptor, TEST_VALUES.descriptor)
  const { statement_descriptor_prefix: prefix } = settings.card_payments
  const prefixPath = 'settings.card_payments.statement_descriptor_prefix'
  lookAtWord(tx, account, prefixPath, prefix, TEST_VALUES.descriptorPrefix)
}

/** Has everything looked at that was keyed in and not looked at yet. */
export function lookAtKeyed(tx: Tx, account: Account, persons: Person[]): void {
  const rule = countryRule(account.country)
  if (!rule) return
  lookAtBusiness(tx, account, rule)
  if (account.business_type && account.business_type !== 'individual') lookAtCompany(tx, account, rule)
  for (const person of persons) lookAtPerson(tx, account, person, rule)
}
