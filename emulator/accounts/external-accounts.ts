import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { knownCard } from '../payment-methods/card-input.ts'
import { type BankAccount, bankAccountFrom } from '../tokens/bank-account.ts'
import { addCardToken, spendPayoutCard } from '../tokens/card-token.ts'
import { type PayoutCard, payoutCardFrom } from '../tokens/payout-card.ts'
import { spendBankToken } from '../tokens/spend.ts'
import { look } from './checks.ts'
import type { SentExternal } from './external-fields.ts'
import { type Account, editVerification } from './kinds.ts'

/** A bank account or a debit card of a connected account. */
export type External = BankAccount | PayoutCard

const NOTHING_DUE = { currently_due: [], errors: [], past_due: [], pending_verification: [] }
const OWNERSHIP = 'documents.bank_account_ownership_verification.files'
const NOT_INSTANT = '8883'

/** What an account may be paid out to, newest first. */
export function externalsOf(tx: Tx, accountId: string): External[] {
  return [...tx.list('bank_account', accountId)]
}

/** Makes one the account that payouts in its currency go to. */
export function makeDefault(tx: Tx, external: External): void {
  for (const other of externalsOf(tx, String(external.account))) {
    if (other.currency !== external.currency || other.id === external.id) continue
    if (other.default_for_currency) tx.edit('bank_account', other.id).default_for_currency = false
  }
  external.default_for_currency = true
}

/** Instant payouts go to banks of the United States and to debit cards. */
function completed(made: BankAccount, account: Account): BankAccount {
  const instant =
    made.country === 'US' &&
    account.country === 'US' &&
    made.routing_number === '110000000' &&
    made.last4 !== NOT_INSTANT
  return {
    ...made,
    account: account.id,
    available_payout_methods: instant ? ['standard', 'instant'] : ['standard'],
    default_for_currency: false,
    future_requirements: structuredClone(NOTHING_DUE),
    metadata: {},
    requirements: structuredClone(NOTHING_DUE),
  }
}

function madeOf(tx: Tx, account: Account, sent: string | SentExternal, param: string): External {
  if (typeof sent !== 'string') {
    if (sent.object !== 'card') return completed(bankAccountFrom(tx, sent, param, account.id), account)
    const token = addCardToken(tx, knownCard({ ...sent, networks: undefined }, tx.now), account.id, '', {
      name: sent.name ?? null,
      currency: sent.currency,
    })
    return payoutCardFrom(tx, token.card as PayoutCard, account.default_currency, account.id)
  }
  if (sent.startsWith('btok') || tx.find('token', sent)?.type === 'bank_account')
    return completed(spendBankToken(tx, sent, param, account.id), account)
  return payoutCardFrom(tx, spendPayoutCard(tx, sent, param), account.default_currency, account.id)
}

/** Test numbers whose owner has to be proved: one is, the other asks for a document. */
function proveOwnership(tx: Tx, account: Account, external: External): void {
  if (account.country !== 'US' || !/999[12]$/.test(external.last4 ?? '')) return
  if (external.object !== 'bank_account') return
  const asks = external.last4 === '9992'
  editVerification(tx, account.id).documents.bank_account_ownership_verification = asks ? [] : ['proved']
  look(tx, account.id, OWNERSHIP, {
    ends: 'verified',
    outcome: null,
    basis: external.id,
    immediate: false,
  })
}

/**
 * Adds a bank account or a debit card, by token or in parts.
 * @param wantsDefault makes it the default of its currency; the first of a currency always is.
 * @throws StripeError 400 for a token that is unknown or used, and for impossible numbers.
 */
export function addExternal(
  tx: Tx,
  account: Account,
  sent: string | SentExternal,
  param: string,
  wantsDefault: boolean,
): External {
  const external = madeOf(tx, account, sent, param)
  const first = !externalsOf(tx, account.id).some(other => other.currency === external.currency)
  tx.put('bank_account', external.id, external, account.id)
  if (first || wantsDefault) makeDefault(tx, external)
  proveOwnership(tx, account, external)
  emit(tx, 'account.external_account.created', external, account.id)
  return external
}

/** Takes a bank account or card away. */
export function removeExternal(tx: Tx, external: External): void {
  tx.remove('bank_account', external.id)
  emit(tx, 'account.external_account.deleted', external, String(external.account))
}

/** `external_account` of an account replaces what there is in that currency. */
export function replaceExternal(tx: Tx, account: Account, sent: string | SentExternal, param: string): void {
  const added = addExternal(tx, account, sent, param, true)
  for (const other of externalsOf(tx, account.id)) {
    if (other.currency === added.currency && other.id !== added.id) removeExternal(tx, other)
  }
}
