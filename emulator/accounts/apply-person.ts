import { badParameter, invalid } from '../core/errors.ts'
import { mergeMetadata } from '../core/metadata.ts'
import type { Params } from '../core/params.ts'
import type { Tx } from '../core/tx.ts'
import { mergedAddress } from './address.ts'
import { attachDocument, verifiedAlready } from './documents.ts'
import type { PERSON_FIELDS } from './fields.ts'
import { editVerification, type Person } from './kinds.ts'
import { startCheck } from './verify.ts'

export type SentPerson = Params<typeof PERSON_FIELDS>

/** The person's prefix among requirements (`individual.`) and among parameters (`individual[…]`). */
interface Names {
  prefix: string
  /** How a parameter of theirs is called. */
  param: (name: string) => string
}

/** What cannot be changed once a person is verified. */
const LOCKED = ['first_name', 'last_name', 'dob', 'id_number', 'ssn_last_4'] as const

/** Taken as they are. */
const PLAIN = [
  'email',
  'first_name',
  'gender',
  'last_name',
  'maiden_name',
  'nationality',
  'phone',
  'political_exposure',
] as const

/** The names of an account's own individual, or of a person of a company. */
export function namesOf(prefix: string): Names {
  if (prefix !== 'individual') return { prefix, param: name => name }
  return { prefix, param: name => `individual[${name}]` }
}

function checkDob(dob: { day?: number; month?: number; year?: number }, now: number, param: string): void {
  const { day, month, year } = dob
  if (day === undefined || month === undefined || year === undefined) return
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900) {
    throw badParameter('Invalid date of birth.', { param })
  }
  const thirteen = Date.UTC(year + 13, month - 1, day) / 1000
  if (thirteen > now)
    throw invalid('Must be at least 13 years of age to use Stripe', { param: `${param}[year]` })
}

function checkPlain(sent: SentPerson, param: (name: string) => string): void {
  if (sent.email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(sent.email)) {
    throw invalid(`Invalid email address: ${sent.email}`, { code: 'email_invalid', param: param('email') })
  }
  if (sent.phone !== undefined && !/^\+?[\d\s().-]{7,20}$/.test(sent.phone)) {
    throw invalid(`"${sent.phone}" is not a valid phone number`, { param: param('phone') })
  }
  if (sent.ssn_last_4 !== undefined && !/^\d{4}$/.test(sent.ssn_last_4)) {
    throw invalid('SSN last 4 must be four digits', { param: param('ssn_last_4') })
  }
}

/** Stripe's test id numbers: 111111111 never matches, 222222222 matches at once, others match. */
function applyIdNumber(tx: Tx, person: Person, sent: SentPerson, prefix: string): void {
  const number = (sent.id_number ?? sent.ssn_last_4)?.replaceAll('-', '')
  if (number === undefined) return
  if (sent.id_number !== undefined) person.id_number_provided = true
  person.ssn_last_4_provided = true
  const path = `${prefix}.id_number`
  const wrong = number === '111111111' || number === '1111'
  const outcome = {
    code: 'verification_failed_id_number_match',
    reason: 'The number does not match the name and birthday given.',
  }
  startCheck(tx, person, path, wrong ? outcome : null)
  const check = editVerification(tx, person.account).checks[path]
  if (check && number === '222222222') check.state = 'verified'
}

/** Stripe's test addresses, by their first line; any other is believed. */
function applyAddress(tx: Tx, person: Person, sent: SentPerson, prefix: string): void {
  if (!sent.address) return
  person.address = mergedAddress(person.address, sent.address)
  const { line1 } = sent.address
  const path = `${prefix}.address.line1`
  if (line1 === undefined) return
  if (line1 !== 'address_no_match' && line1 !== 'address_full_match') {
    delete editVerification(tx, person.account).checks[path]
    return
  }
  const outcome = { code: 'verification_failed_address_match', reason: 'The address could not be confirmed.' }
  startCheck(tx, person, path, line1 === 'address_no_match' ? outcome : null)
}

function applyDob(tx: Tx, person: Person, sent: SentPerson, param: string): void {
  if (!sent.dob) return
  const given = Object.fromEntries(Object.entries(sent.dob).filter(([, value]) => value !== undefined))
  const dob = { day: null, month: null, year: null, ...person.dob, ...given }
  checkDob(given, tx.now, param)
  person.dob = dob
  editVerification(tx, person.account).listed = dob.year === 1900 && dob.month === 1 && dob.day === 1
}

/**
 * Puts what was sent about a person where it belongs and has Stripe look at what it looks at.
 * `person` is a draft of this transaction.
 * @throws StripeError 400 for values that cannot be, and for changes to what is verified.
 */
export function applyPerson(tx: Tx, person: Person, sent: SentPerson, names: Names): void {
  if (person.verification?.status === 'verified') {
    const locked = LOCKED.find(name => sent[name] !== undefined)
    if (locked) throw verifiedAlready(names.param(locked))
  }
  checkPlain(sent, names.param)
  for (const name of PLAIN) if (sent[name] !== undefined) Object.assign(person, { [name]: sent[name] })
  applyDob(tx, person, sent, names.param('dob'))
  applyAddress(tx, person, sent, names.prefix)
  applyIdNumber(tx, person, sent, names.prefix)
  if (sent.relationship && person.relationship) Object.assign(person.relationship, sent.relationship)
  person.metadata = mergeMetadata(person.metadata ?? {}, sent.metadata)
  for (const kind of ['document', 'additional_document'] as const) {
    const document = sent.verification?.[kind]
    if (document) attachDocument(tx, person, kind, document, names)
  }
}
