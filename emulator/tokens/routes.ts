import type Stripe from 'stripe'
import { badParameter, invalid, missing } from '../core/errors.ts'
import type { FormFields, FormValue } from '../core/form.ts'
import { newId } from '../core/ids.ts'
import { owned } from '../core/owned.ts'
import { hash, ignored, type Spec, text } from '../core/params.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import type { Stored } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'
import { CARD_FIELDS, knownCard } from '../payment-methods/card-input.ts'
import { BANK_FIELDS, type BankAccount, bankAccountFrom } from './bank-account.ts'
import { addCardToken } from './card-token.ts'

declare module '../core/kinds.ts' {
  interface Kinds {
    token: Stored<Stripe.Token>
    /** By the token's id: what an account or person token stands for. */
    _token_fields: FormFields
  }
}

const fieldsOnly: Spec<FormFields> = {
  read(value: FormValue, path) {
    if (typeof value === 'string' || Array.isArray(value))
      throw badParameter('Invalid object', { param: path })
    return value
  },
}

/** Accepted, and not checked: `card[address_…]`. */
const CARD_ADDRESS = {
  address_city: text,
  address_country: text,
  address_line1: text,
  address_line2: text,
  address_state: text,
  address_zip: text,
  currency: text,
}

const FIELDS = {
  bank_account: hash(BANK_FIELDS),
  card: hash({ ...CARD_FIELDS, name: text, ...CARD_ADDRESS }),
  account: fieldsOnly,
  person: fieldsOnly,
  pii: hash({ id_number: text, personal_id_number: text }),
  customer: ignored,
}

/** Prefixes of the tokens of each type. */
const PREFIXES = { account: 'ct', person: 'cpt', pii: 'pii' } as const

function newToken(tx: Tx, ip: string, id: string, type: string): Stored<Stripe.Token> {
  return { id, object: 'token', client_ip: ip, created: tx.now, livemode: false, type, used: false }
}

function createToken({ tx, params, account, ip }: Ctx<typeof FIELDS>): Stored<Stripe.Token> {
  if (params.bank_account) {
    const bank = bankAccountFrom(tx, params.bank_account, 'bank_account', account)
    const token = { ...newToken(tx, ip, newId('btok'), 'bank_account'), bank_account: bank }
    return tx.put('token', token.id, token, account)
  }
  if (params.card)
    return addCardToken(tx, knownCard(params.card, tx.now), account, ip, params.card.name ?? null)
  for (const type of ['account', 'person', 'pii'] as const) {
    const fields = params[type]
    if (!fields) continue
    const token = newToken(tx, ip, newId(PREFIXES[type]), type)
    tx.put('_token_fields', token.id, { ...fields } as FormFields, account)
    return tx.put('token', token.id, token, account)
  }
  throw badParameter(
    'You must supply either a card, customer, PII data, bank account, or account to create a token.',
    {},
  )
}

/** Tokens that Stripe has ready in test mode. */
const READY_BANKS: Record<string, { country: string; currency: string }> = {
  btok_us: { country: 'US', currency: 'usd' },
  btok_us_verified: { country: 'US', currency: 'usd' },
}

/**
 * Uses up a token: it works once.
 * @throws StripeError 400 `resource_missing` or `token_already_used`.
 */
export function spendToken(tx: Tx, id: string, type: string, param: string): Stored<Stripe.Token> {
  const found = tx.find('token', id)
  if (!found || found.type !== type) throw missing('token', id, param, 400)
  if (found.used) {
    throw invalid(`You cannot use a Stripe token more than once: ${id}.`, {
      code: 'token_already_used',
      param,
    })
  }
  const token = tx.edit('token', id)
  token.used = true
  return token
}

/** The bank account of a token, used up with it. */
export function spendBankToken(tx: Tx, id: string, param: string, owner: string): BankAccount {
  const ready = READY_BANKS[id]
  if (ready) {
    const numbers = { account_number: '000123456789', routing_number: '110000000' }
    return bankAccountFrom(tx, { ...ready, ...numbers }, param, owner)
  }
  const { bank_account: bank } = spendToken(tx, id, 'bank_account', param)
  if (!bank) throw missing('token', id, param, 400)
  return structuredClone(bank)
}

/** docs.stripe.com/api/tokens */
export const tokenRoutes: Route[] = [
  route('POST', '/v1/tokens', { params: FIELDS, key: 'publishable' }, createToken),
  route('GET', '/v1/tokens/:id', { key: 'publishable' }, ({ tx, id, account }) =>
    owned(tx, 'token', id, account),
  ),
]
