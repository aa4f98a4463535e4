import { badParameter, invalid } from '../core/errors.ts'
import { mergeMetadata } from '../core/metadata.ts'
import type { Params } from '../core/params.ts'
import type { Tx } from '../core/tx.ts'
import { numberOrToken } from '../tokens/spend.ts'
import { mergedAddress } from './address.ts'
import { attachDocument, verifiedAlready } from './documents.ts'
import { isImmediate } from './keyed-checks.ts'
import { editVerification, type Person } from './kinds.ts'
import type { PERSON_FIELDS } from './person-fields.ts'
import { e164 } from './phone.ts'
import { numberKind } from './test-values.ts'

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
  'first_name_kana',
  'first_name_kanji',
  'full_name_aliases',
  'gender',
  'last_name',
  'last_name_kana',
  'last_name_kanji',
  'maiden_name',
  'nationality',
  'political_exposure',
  'us_cfpb_data',
] as const

/** The names of an account's own individual, or of a person of a company. */
export function namesOf(prefix: string): Names {
  if (prefix !== 'individual') return { prefix, param: name => name }
  return { prefix, param: name => `individual[${name}]` }
}

function checkDob(dob: { day: number; month: number; year: number }, now: number, param: string): void {
  const { day, month, year } = dob
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900) {
    throw badParameter('Invalid date of birth.', { param })
  }
  const thirteen = Date.UTC(year + 13, month - 1, day) / 1000
  if (thirteen > now)
    throw invalid('Must be at least 13 years of age to use Stripe', { param: `${param}[year]` })
}

function checkPlain(sent: SentPerson, param: (name: string) => string): void {
  if (sent.email !== undefined && sent.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(sent.email)) {
    throw invalid(`Invalid email address: ${sent.email}`, { code: 'email_invalid', param: param('email') })
  }
  if (sent.ssn_last_4 !== undefined && !/^\d{4}$/.test(sent.ssn_last_4)) {
    throw invalid('SSN last 4 must be four digits', { param: param('ssn_last_4') })
  }
  const share = sent.relationship?.percent_ownership
  if (typeof share === 'number' && (share < 0 || share > 100)) {
    const name = `${param('relationship')}[percent_ownership]`
    throw invalid('Percent ownership must be between 0 and 100', { param: name })
  }
}

/** A number is not kept: only that there is one, and how Stripe's test numbers end. */
function applyNumbers(tx: Tx, person: Person, sent: SentPerson, names: Names): void {
  if (sent.id_number_secondary !== undefined) person.id_number_secondary_provided = true
  const given =
    sent.id_number === undefined
      ? sent.ssn_last_4
      : numberOrToken(tx, sent.id_number, names.param('id_number'))
  if (given === undefined) return
  if (sent.id_number !== undefined) person.id_number_provided = true
  person.ssn_last_4_provided = true
  editVerification(tx, person.account).numbers[person.id] = numberKind(given)
}

function applyDob(tx: Tx, person: Person, sent: SentPerson, param: string): void {
  if (sent.dob === undefined) return
  if (sent.dob) checkDob(sent.dob, tx.now, param)
  const dob = sent.dob ?? { day: null, month: null, year: null }
  person.dob = dob
  editVerification(tx, person.account).listed = dob.year === 1900 && dob.month === 1 && dob.day === 1
}

function applyAddresses(person: Person, sent: SentPerson): void {
  if (sent.address) person.address = mergedAddress(person.address, sent.address)
  if (sent.registered_address)
    person.registered_address = mergedAddress(person.registered_address, sent.registered_address)
  for (const script of ['address_kana', 'address_kanji'] as const) {
    const { town, ...rest } = sent[script] ?? {}
    if (sent[script])
      person[script] = {
        ...mergedAddress(person[script], rest),
        town: town === undefined ? (person[script]?.town ?? null) : town,
      }
  }
}

/** @throws StripeError 400 for a change of what is verified. */
function checkLocked(person: Person, sent: SentPerson, param: (name: string) => string): void {
  if (person.verification?.status !== 'verified') return
  const known: Record<string, unknown> = { ...person, id_number: undefined, ssn_last_4: undefined }
  const locked = LOCKED.find(name => {
    if (name === 'id_number' && !person.id_number_provided) return false
    return sent[name] !== undefined && JSON.stringify(sent[name]) !== JSON.stringify(known[name])
  })
  if (locked) throw verifiedAlready(param(locked))
}

/**
 * Puts what was sent about a person where it belongs and has documents looked at. `person` is a draft of this
 * transaction; `refreshAccount` has to follow.
 * @throws StripeError 400 for values that cannot be, and for changes to what is verified.
 */
export function applyPerson(tx: Tx, person: Person, sent: SentPerson, names: Names): void {
  checkLocked(person, sent, names.param)
  checkPlain(sent, names.param)
  for (const name of PLAIN) if (sent[name] !== undefined) Object.assign(person, { [name]: sent[name] })
  if (sent.phone !== undefined) person.phone = e164(sent.phone, person.address?.country, names.param('phone'))
  applyDob(tx, person, sent, names.param('dob'))
  applyAddresses(person, sent)
  applyNumbers(tx, person, sent, names)
  if (sent.relationship && person.relationship) Object.assign(person.relationship, sent.relationship)
  const terms = sent.additional_tos_acceptances?.account
  if (terms) {
    const { date = null, ip = null, user_agent = null } = terms
    person.additional_tos_acceptances = { account: { date, ip, user_agent } }
  }
  person.metadata = mergeMetadata(person.metadata ?? {}, sent.metadata)
  for (const kind of ['document', 'additional_document'] as const) {
    const document = sent.verification?.[kind]
    if (!document || !person.verification) continue
    const place = {
      account: person.account,
      kind,
      path: `${names.prefix}.verification.${kind}`,
      param: `${names.param('verification')}[${kind}]`,
      holder: person.verification,
      immediate: isImmediate(person),
    }
    attachDocument(tx, place, document)
  }
}
