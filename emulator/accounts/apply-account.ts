import { isIP } from 'node:net'
import { badParameter, invalid } from '../core/errors.ts'
import { mergeMetadata } from '../core/metadata.ts'
import { type Params, readParams } from '../core/params.ts'
import type { Tx } from '../core/tx.ts'
import { spendToken } from '../tokens/routes.ts'
import { mergedAddress } from './address.ts'
import { applyPerson, namesOf, type SentPerson } from './apply-person.ts'
import { blankPerson } from './blank.ts'
import { replaceBank } from './external-accounts.ts'
import { TOKEN_FIELDS, type UPDATE_FIELDS } from './fields.ts'
import { type Account, editVerification } from './kinds.ts'
import { personsOf } from './refresh.ts'

type SentAccount = Params<typeof UPDATE_FIELDS>

const OLDEST_ACCEPTANCE = Date.UTC(2009, 0, 1) / 1000

function applyTerms(account: Account, sent: SentAccount['tos_acceptance'], now: number): void {
  if (!sent) return
  const { date, ip } = sent
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
  Object.assign(account.tos_acceptance, sent)
}

function applySettings(account: Account, sent: SentAccount['settings']): void {
  if (!sent) return
  const { card_payments: cards, dashboard, payments, payouts } = sent
  if (cards) {
    const { decline_on: declineOn, ...rest } = cards
    Object.assign(account.settings.card_payments, rest)
    Object.assign(account.settings.card_payments.decline_on ?? {}, declineOn)
  }
  Object.assign(account.settings.dashboard, dashboard)
  Object.assign(account.settings.payments, payments)
  if (!payouts || !account.settings.payouts) return
  const { schedule, ...rest } = payouts
  Object.assign(account.settings.payouts, rest)
  if (!schedule) return
  const { delay_days: delay, ...when } = schedule
  Object.assign(account.settings.payouts.schedule, when)
  if (delay === undefined) return
  account.settings.payouts.schedule.delay_days = delay === 'minimum' ? 2 : Number(delay)
}

function applyCompany(account: Account, sent: SentAccount['company']): void {
  if (!sent) return
  const {
    address,
    tax_id: taxId,
    vat_id: vatId,
    verification: _verification,
    registration_number: _number,
    ...rest
  } = sent
  Object.assign(account.company, rest)
  if (address) account.company.address = mergedAddress(account.company.address, address)
  if (taxId !== undefined) account.company.tax_id_provided = true
  if (vatId !== undefined) account.company.vat_id_provided = true
}

function applyCapabilities(tx: Tx, account: Account, sent: SentAccount): void {
  const { requested } = editVerification(tx, account.id)
  const older = (sent.requested_capabilities ?? []).map(name => [name, { requested: true }] as const)
  for (const [name, wish] of [...older, ...Object.entries(sent.capabilities ?? {})]) {
    requestCapability(requested, name, wish.requested, tx.now)
  }
}

/** Asks for a capability or gives it up. @throws StripeError 400 for a name that is none. */
export function requestCapability(
  requested: Record<string, number>,
  name: string,
  wish: boolean | undefined,
  now: number,
): void {
  if (
    !/^([a-z_]+_payments|transfers|legacy_payments|card_issuing|treasury|tax_reporting_[a-z0-9_]+)$/.test(
      name,
    )
  ) {
    throw badParameter(`Received unknown parameter: capabilities[${name}]`, {
      code: 'parameter_unknown',
      param: `capabilities[${name}]`,
    })
  }
  if (wish === true) requested[name] ??= now
  if (wish === false) delete requested[name]
}

function applyIndividual(tx: Tx, account: Account, sent: SentPerson | undefined): void {
  if (account.business_type !== 'individual') {
    if (sent && account.business_type) {
      throw invalid(
        `The individual hash can only be used when business_type is 'individual', but it is '${account.business_type}'.`,
        { param: 'individual' },
      )
    }
    return
  }
  const known = personsOf(tx, account.id)[0]
  const person = known ? tx.edit('person', known.id) : blankPerson(account.id, account.country, tx.now)
  if (!known) {
    person.email = null
    tx.put('person', person.id, person, account.id)
  }
  if (sent) applyPerson(tx, person, sent, namesOf('individual'))
}

/** What an account token stands for, as if it had been sent itself. */
function withToken(tx: Tx, sent: SentAccount): SentAccount {
  if (sent.account_token === undefined) return sent
  const token = spendToken(tx, sent.account_token, 'account', 'account_token')
  const { tos_shown_and_accepted: accepted, ...fields } = readParams(
    TOKEN_FIELDS,
    tx.get('_token_fields', token.id),
    'account',
  )
  const terms = accepted ? { tos_acceptance: { date: tx.now, ip: token.client_ip ?? '127.0.0.1' } } : {}
  return { ...sent, ...fields, ...terms } as SentAccount
}

/**
 * Puts what was sent where it belongs. `account` is a draft of this transaction; `refreshAccount` has to follow.
 * @throws StripeError 400 for what cannot be.
 */
export function applyAccount(tx: Tx, account: Account, given: SentAccount): void {
  const sent = withToken(tx, given)
  if (sent.business_type !== undefined) account.business_type = sent.business_type
  else if (sent.individual && account.business_type === null) account.business_type = 'individual'
  if (sent.email !== undefined) account.email = sent.email
  if (sent.default_currency !== undefined) account.default_currency = sent.default_currency.toLowerCase()
  const { support_address: support, ...profile } = sent.business_profile ?? {}
  Object.assign(account.business_profile, profile)
  if (support) account.business_profile.support_address = mergedAddress(null, support)
  account.metadata = mergeMetadata(account.metadata, sent.metadata)
  applyTerms(account, sent.tos_acceptance, tx.now)
  applySettings(account, sent.settings)
  applyCompany(account, sent.company)
  applyCapabilities(tx, account, sent)
  applyIndividual(tx, account, sent.individual)
  if (sent.external_account !== undefined)
    replaceBank(tx, account.id, sent.external_account, 'external_account')
  if (sent.bank_account !== undefined) replaceBank(tx, account.id, sent.bank_account, 'bank_account')
}
