import type Stripe from 'stripe'
import { badParameter, invalid } from '../core/errors.ts'
import type { FormFields, FormValue } from '../core/form.ts'
import { newId, PLATFORM } from '../core/ids.ts'
import { owned } from '../core/owned.ts'
import { hash, readParams, required, type Spec, text } from '../core/params.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import type { Stored } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'
import { knownCard } from '../payment-methods/card-input.ts'
import { BANK_FIELDS, bankAccountFrom } from './bank-account.ts'
import { addCardToken } from './card-token.ts'
import { clonedCard } from './cloned-card.ts'
import { CARD } from './sent-card.ts'

declare module '../core/kinds.ts' {
  interface Kinds {
    token: Stored<Stripe.Token>
    /** By the token's id: what an account, person or pii token stands for. */
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

/** Parts of a card or bank account, or the id of one of a customer's. */
function idOr<T>(spec: Spec<T>): Spec<T | string> {
  return { read: (value, path) => (typeof value === 'string' ? value : spec.read(value, path)) }
}

const FIELDS = {
  bank_account: idOr(hash({ ...BANK_FIELDS, object: text, payment_method: text })),
  card: idOr(hash(CARD)),
  account: fieldsOnly,
  person: fieldsOnly,
  pii: hash({ id_number: text, personal_id_number: text }),
  cvc_update: hash({ cvc: required(text) }),
  customer: text,
}

/** Prefixes of the tokens of each type. */
const PREFIXES = { account: 'ct', person: 'cpt', pii: 'pii', cvc_update: 'cvctok' } as const

function newToken(tx: Tx, ip: string, id: string, type: string): Stored<Stripe.Token> {
  return { id, object: 'token', client_ip: ip, created: tx.now, livemode: false, type, used: false }
}

function plainToken(ctx: Ctx<typeof FIELDS>, type: keyof typeof PREFIXES): Stored<Stripe.Token> {
  const { tx, params, account, ip } = ctx
  const cvc = params.cvc_update?.cvc
  if (cvc !== undefined && !/^\d{3,4}$/.test(cvc)) {
    throw invalid("Your card's security code is invalid.", {
      code: 'invalid_cvc',
      param: 'cvc_update[cvc]',
    })
  }
  const token = newToken(tx, ip, newId(PREFIXES[type]), type)
  // A security code is never kept.
  if (type !== 'cvc_update') tx.put('_token_fields', token.id, { ...(params[type] as FormFields) }, account)
  return tx.put('token', token.id, token, account)
}

function createToken(ctx: Ctx<typeof FIELDS>): Stored<Stripe.Token> {
  const { tx, params, account, ip } = ctx
  const { bank_account: bank, card, customer } = params
  const kinds = (['account', 'bank_account', 'card', 'cvc_update', 'person', 'pii'] as const).filter(
    kind => params[kind] !== undefined,
  )
  if (kinds.length > 1)
    throw badParameter('You may only provide one of these at a time.', { param: kinds[1] ?? '' })
  if (customer !== undefined) {
    if (ctx.power === 'publishable') readParams({}, { customer })
    const named = typeof card === 'string' ? card : undefined
    return addCardToken(tx, clonedCard(tx, customer, named, PLATFORM), account, ip)
  }
  if (typeof bank === 'object') {
    const made = bankAccountFrom(tx, bank, 'bank_account', account)
    const token = { ...newToken(tx, ip, newId('btok'), 'bank_account'), bank_account: made }
    return tx.put('token', token.id, token, account)
  }
  if (typeof card === 'object') return addCardToken(tx, knownCard(card, tx.now), account, ip, card)
  const type = kinds.find(kind => kind !== 'bank_account' && kind !== 'card')
  if (type) return plainToken(ctx, type)
  throw badParameter(
    'You must supply either a card, customer, PII data, bank account, or account to create a token.',
    {},
  )
}

/** docs.stripe.com/api/tokens */
export const tokenRoutes: Route[] = [
  route('POST', '/v1/tokens', { params: FIELDS, key: 'publishable' }, createToken),
  route('GET', '/v1/tokens/:id', { key: 'publishable' }, ({ tx, id, account }) =>
    owned(tx, 'token', id, account),
  ),
]
