import { applyAccount } from '../accounts/apply-account.ts'
import { applyPerson } from '../accounts/apply-person.ts'
import { blankPerson } from '../accounts/blank.ts'
import { UPDATE_FIELDS } from '../accounts/fields.ts'
import type { Account, Person } from '../accounts/kinds.ts'
import { PERSON_FIELDS } from '../accounts/person-fields.ts'
import type { FormFields } from '../core/form.ts'
import { readParams } from '../core/params.ts'
import type { Tx } from '../core/tx.ts'
import { storeFile } from '../files/store-file.ts'

/** Without a prototype: no name that is sent can reach one. */
function fresh(): FormFields {
  return Object.create(null) as FormFields
}

/** `a.b.c` = x becomes { a: { b: { c: x } } }. */
function nested(answers: [string, string][]): FormFields {
  const root = fresh()
  for (const [path, value] of answers) {
    const steps = path.split('.')
    let place = root
    for (const step of steps.slice(0, -1)) {
      const inner = place[step]
      const next = typeof inner === 'object' && !Array.isArray(inner) ? inner : fresh()
      place[step] = next
      place = next
    }
    place[steps.at(-1) ?? ''] = value
  }
  return root
}

const FLAGS: Record<string, 'director' | 'executive' | 'owner' | 'representative'> = {
  directors: 'director',
  executives: 'executive',
  owners: 'owner',
  representative: 'representative',
}

/** The person that answers are about: a known one, or a new one in a role that nobody has. */
function personOf(tx: Tx, account: Account, name: string): Person | null {
  if (name.startsWith('person_'))
    return tx.row('person', name)?.account === account.id ? tx.edit('person', name) : null
  const flag = FLAGS[name]
  if (!flag) return null
  const person = blankPerson(account.id, account.country, tx.now)
  Object.assign(person.relationship ?? {}, { representative: false, [flag]: true })
  return tx.put('person', person.id, person, account.id)
}

function bankOf(account: Account, bank: unknown): FormFields | null {
  const { account_number: number, routing_number: routing } = (bank ?? {}) as Record<
    string,
    string | undefined
  >
  if (!number) return null
  return {
    object: 'bank_account',
    country: account.country,
    currency: account.default_currency,
    account_number: number,
    ...(routing ? { routing_number: routing } : {}),
  }
}

/**
 * Puts what was typed on the page of an account link where it belongs; `refreshAccount` has to follow.
 * @throws StripeError for values that cannot be.
 */
export function takeAnswers(
  tx: Tx,
  account: Account,
  fields: FormFields,
  files: Map<string, { filename: string; bytes: Buffer }>,
  ip: string,
): void {
  const answers: [string, string][] = []
  for (const [path, value] of Object.entries(fields))
    if (typeof value === 'string' && value.trim() !== '') answers.push([path, value.trim()])
  for (const [path, file] of files) {
    if (file.bytes.length === 0) continue
    answers.push([path, storeFile(tx, file, 'identity_document', account.id).id])
  }
  const { later: _later, accepted, bank, ...rest } = nested(answers)
  if (accepted) Object.assign(account.tos_acceptance, { date: tx.now, ip })
  const own: FormFields = {}
  for (const [name, value] of Object.entries(rest)) {
    const person = typeof value === 'object' && !Array.isArray(value) ? personOf(tx, account, name) : null
    if (!person) {
      own[name] = value
      continue
    }
    const sent = readParams(PERSON_FIELDS, value as FormFields, name)
    applyPerson(tx, person, sent, { prefix: person.id, param: part => part })
  }
  const external = bankOf(account, bank)
  applyAccount(
    tx,
    account,
    readParams(UPDATE_FIELDS, external ? { ...own, external_account: external } : own),
  )
}
