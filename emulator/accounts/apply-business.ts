import { isIP } from 'node:net'
import { badParameter, invalid } from '../core/errors.ts'
import type { Params } from '../core/params.ts'
import type { Tx } from '../core/tx.ts'
import { mergedAddress } from './address.ts'
import { attachDocument } from './documents.ts'
import type { UPDATE_FIELDS } from './fields.ts'
import { type Account, editVerification } from './kinds.ts'
import { applyPayouts } from './payout-settings.ts'
import { e164 } from './phone.ts'
import { numberKind } from './test-values.ts'

type Sent = Params<typeof UPDATE_FIELDS>

const OLDEST_ACCEPTANCE = Date.UTC(2009, 0, 1) / 1000

/** @throws StripeError 400 for an acceptance that cannot be, and for another agreement than the accepted one. */
export function applyTerms(account: Account, sent: Sent['tos_acceptance'], now: number): void {
  if (!sent) return
  const { date, ip, service_agreement: agreement } = sent
  // A minute for clocks that differ.
  if (date !== undefined && (date > now + 60 || date < OLDEST_ACCEPTANCE)) {
    throw badParameter(
      'ToS acceptance date is not valid. Dates are expected to be integers, measured in seconds, not in the future, and after 2009.',
      { param: 'tos_acceptance[date]' },
    )
  }
  if (ip !== undefined && isIP(ip) === 0) {
    throw badParameter(`Invalid IP address: ${ip}`, { param: 'tos_acceptance[ip]' })
  }
  if ((date !== undefined || ip !== undefined) && account.controller.requirement_collection === 'stripe') {
    throw invalid(
      'You cannot accept the Terms of Service on behalf of accounts where `controller[requirement_collection]=stripe`, which includes Standard and Express accounts.',
      { param: 'tos_acceptance' },
    )
  }
  const accepted = account.tos_acceptance
  if (agreement && accepted.date && (accepted.service_agreement ?? 'full') !== agreement) {
    throw invalid('You cannot change the service agreement after it was accepted.', {
      param: 'tos_acceptance[service_agreement]',
    })
  }
  Object.assign(account.tos_acceptance, sent)
}

/** Merges `settings[…]`; parts that were not sent stay. */
export function applySettings(account: Account, sent: Sent['settings']): void {
  if (!sent) return
  const { payouts, ...others } = sent
  for (const [name, part] of Object.entries(others)) {
    const before = (account.settings as unknown as Record<string, object | undefined>)[name] ?? {}
    Object.assign(account.settings, { [name]: merged(before, part ?? {}) })
  }
  if (account.settings.payouts) applyPayouts(account.settings.payouts, payouts)
}

function merged(before: object, sent: object): object {
  const result: Record<string, unknown> = { ...before }
  for (const [name, value] of Object.entries(sent)) {
    if (value === undefined) continue
    const inner = result[name]
    const deep = typeof value === 'object' && value !== null && !Array.isArray(value)
    result[name] = deep && typeof inner === 'object' && inner !== null ? merged(inner, value) : value
  }
  return result
}

const COMPANY_ADDRESSES = [
  'address',
  'administrative_address',
  'physical_address',
  'principal_place_of_business',
] as const

/** Puts what was sent about a company where it belongs. Numbers are not kept. */
export function applyCompany(tx: Tx, account: Account, sent: Sent['company']): void {
  if (!sent) return
  const { tax_id: taxId, vat_id: vatId, verification, registration_number: _number, phone, ...rest } = sent
  const { company } = account
  const { address_kana: kana, address_kanji: kanji, structure, ...plain } = rest
  for (const name of COMPANY_ADDRESSES) {
    if (rest[name]) company[name] = mergedAddress(company[name], rest[name])
    delete plain[name]
  }
  Object.assign(company, plain)
  if (structure === null) delete company.structure
  else if (structure !== undefined) company.structure = structure
  if (kana) company.address_kana = { ...mergedAddress(company.address_kana, kana), town: kana.town ?? null }
  if (kanji)
    company.address_kanji = { ...mergedAddress(company.address_kanji, kanji), town: kanji.town ?? null }
  // A company's test number stays as it is; any other one is shown in the international form.
  if (phone !== undefined)
    company.phone = /^0+$/.test(phone) ? phone : e164(phone, account.country, 'company[phone]')
  if (taxId !== undefined) {
    company.tax_id_provided = true
    editVerification(tx, account.id).numbers.company = numberKind(taxId)
  }
  if (vatId !== undefined) company.vat_id_provided = true
  const document = verification?.document
  if (!document || !company.verification) return
  const place = {
    account: account.id,
    kind: 'document' as const,
    path: 'company.verification.document',
    param: 'company[verification][document]',
    holder: company.verification,
    immediate: editVerification(tx, account.id).numbers.company === 'immediate',
  }
  attachDocument(tx, place, document)
}
