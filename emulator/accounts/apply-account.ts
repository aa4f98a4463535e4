import { badParameter, invalid } from '../core/errors.ts'
import { PLATFORM } from '../core/ids.ts'
import { mergeMetadata } from '../core/metadata.ts'
import { type Params, readParams } from '../core/params.ts'
import type { Tx } from '../core/tx.ts'
import { spendToken } from '../tokens/spend.ts'
import { mergedAddress } from './address.ts'
import { applyCompany, applySettings, applyTerms } from './apply-business.ts'
import { applyPerson, namesOf, type SentPerson } from './apply-person.ts'
import { blankCompany, blankPerson } from './blank.ts'
import { CAPABILITIES, movesMoney } from './capability-names.ts'
import { look } from './checks.ts'
import { countryRule } from './countries.ts'
import { fileOutcome } from './documents.ts'
import { replaceExternal } from './external-accounts.ts'
import { TOKEN_FIELDS, type UPDATE_FIELDS } from './fields.ts'
import { type Account, editVerification } from './kinds.ts'
import { personsOf } from './persons.ts'
import { ALL_RAISES } from './thresholds.ts'

type SentAccount = Params<typeof UPDATE_FIELDS>

/** The category that this platform gives its accounts: computer software stores. */
const DEFAULT_MCC = '5734'

function applyProfile(account: Account, sent: SentAccount['business_profile']): void {
  if (!sent) return
  const { support_address: support, minority_owned_business_designation: minority, ...profile } = sent
  const known = account.business_profile
  if (profile.mcc !== undefined && !/^\d{4}$/.test(profile.mcc))
    throw badParameter(`Invalid mcc: ${profile.mcc}`, { param: 'business_profile[mcc]' })
  const { url } = profile
  if (url && !/^(https?:\/\/)?([\w-]+\.)+[a-z]{2,}(:\d+)?([/?#].*)?$/i.test(url))
    throw invalid('Not a valid URL', { code: 'url_invalid', param: 'business_profile[url]' })
  Object.assign(known, profile)
  if (minority) known.minority_owned_business_designation = minority
  if (support) known.support_address = mergedAddress(known.support_address, support)
  const told = Boolean(known.url) || Boolean(known.product_description)
  if (told && account.controller.requirement_collection === 'application') known.mcc ??= DEFAULT_MCC
}

/** What customers read on their statements follows from the name of the business. */
function nameOnStatements(account: Account): void {
  const { business_profile: profile, settings, company } = account
  const name = profile.name || (account.business_type === 'individual' ? '' : company?.name)
  if (!name || account.controller.requirement_collection !== 'application') return
  settings.dashboard.display_name ??= name
  const plain = name.replaceAll(/[<>\\'"*]/g, '').toUpperCase()
  if (!/[A-Z]/.test(plain)) return
  settings.payments.statement_descriptor ??= plain.slice(0, 22).trim()
  settings.card_payments.statement_descriptor_prefix ??= plain.slice(0, 10).trim()
}

function applyCapabilities(tx: Tx, account: Account, sent: SentAccount): void {
  const older = (sent.requested_capabilities ?? []).map(name => [name, { requested: true }] as const)
  for (const [name, wish] of [...older, ...Object.entries(sent.capabilities ?? {})]) {
    requestCapability(tx, account, name, wish.requested)
  }
}

/** Asks for a capability or gives it up. @throws StripeError 400 for one that is none, or that the account may not have. */
export function requestCapability(tx: Tx, account: Account, name: string, wish: boolean | undefined): void {
  const { requested } = editVerification(tx, account.id)
  if (!CAPABILITIES.includes(name)) {
    throw badParameter(`Received unknown parameter: capabilities[${name}]`, {
      code: 'parameter_unknown',
      param: `capabilities[${name}]`,
    })
  }
  const payee =
    account.tos_acceptance.service_agreement === 'recipient' || countryRule(account.country)?.payeeOnly
  if (wish === true && payee && movesMoney(name) && name !== 'transfers') {
    throw invalid(
      `Accounts in ${account.country} under the recipient service agreement cannot request the ${name} capability.`,
      { param: `capabilities[${name}]` },
    )
  }
  if (wish === true) requested[name] ??= tx.now
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
  if (!known) tx.put('person', person.id, person, account.id)
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

/** Files that prove something about the business: kept by their ids and looked at. */
function applyProofs(tx: Tx, account: Account, sent: SentAccount['documents']): void {
  const { documents } = editVerification(tx, account.id)
  for (const [kind, proof] of Object.entries(sent ?? {})) {
    const files = proof?.files ?? []
    const param = `documents[${kind}][files]`
    const outcomes = files.map((file, at) => fileOutcome(tx, account.id, file, `${param}[${at}]`))
    const outcome = outcomes.find(each => each !== null) ?? null
    documents[kind] = files
    if (files.length === 0) continue
    const ends = outcome ? 'failed' : 'verified'
    look(tx, account.id, `documents.${kind}.files`, { ends, outcome, basis: files.join(), immediate: false })
  }
}

function applyExternal(tx: Tx, account: Account, sent: SentAccount): void {
  for (const name of ['external_account', 'bank_account'] as const) {
    const external = sent[name]
    if (external !== undefined && external !== null) replaceExternal(tx, account, external, name)
  }
}

/**
 * Puts what was sent where it belongs. `account` is a draft of this transaction; `refreshAccount` has to follow.
 * @throws StripeError 400 for what cannot be.
 */
export function applyAccount(tx: Tx, account: Account, given: SentAccount): void {
  const sent = withToken(tx, given)
  if (account.id === PLATFORM) throw invalid('You cannot update your own account by API.', {})
  // What the company of a sole trader shows is the trader's: another kind of business begins without it.
  if (sent.business_type && sent.business_type !== 'individual' && account.business_type === 'individual')
    account.company = blankCompany(account.country)
  if (sent.business_type !== undefined) account.business_type = sent.business_type
  else if (sent.individual && account.business_type === null) account.business_type = 'individual'
  else if (sent.company && account.business_type === null) account.business_type = 'company'
  if (account.business_type !== null) account.company ??= blankCompany(account.country)
  if (sent.email !== undefined) account.email = sent.email
  if (sent.email?.includes('enforce_future_requirements'))
    editVerification(tx, account.id).raised = ALL_RAISES
  if (sent.default_currency !== undefined) account.default_currency = sent.default_currency.toLowerCase()
  if (sent.groups) account.groups = { payments_pricing: sent.groups.payments_pricing ?? null }
  account.metadata = mergeMetadata(account.metadata, sent.metadata)
  applyTerms(account, sent.tos_acceptance, tx.now)
  applyProfile(account, sent.business_profile)
  applySettings(account, sent.settings)
  applyCompany(tx, account, sent.company)
  nameOnStatements(account)
  applyCapabilities(tx, account, sent)
  applyIndividual(tx, account, sent.individual)
  applyExternal(tx, account, sent)
  applyProofs(tx, account, sent.documents)
}
